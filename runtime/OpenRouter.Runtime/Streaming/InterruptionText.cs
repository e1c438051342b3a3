namespace OpenRouter.Runtime.Streaming;

/// <summary>Says how a stream broke off, and what to do about it.</summary>
internal static class InterruptionText
{
    public static string Of(StreamCursor cursor, bool hasContent)
    {
        var how = cursor switch
        {
            { Clock: not null, Loss: { } late } => late.Message.TrimEnd('.'),
            { Loss: { } loss } => $"the connection was lost ({loss.Message})",
            { DoneSeen: true } => "the stream ended",
            _ => "the body ended",
        };
        var amount = hasContent ? "after a part of the answer, without a finish reason" : "before any part of the answer";
        return cursor.Clock is null
            ? $"The answer is not complete: {how} {amount}. Use Partial for what had arrived, or send the request again."
            : $"The answer is not complete: {how}. It ran out {amount}.";
    }
}
