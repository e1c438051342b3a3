using OpenRouter.Testing;

namespace Recovery.Faults;

/// <summary>Each way in which an answer can fail to be one, from before its first byte to after its last.</summary>
internal static class FaultMenu
{
    public const string FirstHalf = "The first half";
    public const string SecondHalf = " and the second half.";

    private static readonly Reply s_whole = Reply.Pieces(FirstHalf, SecondHalf);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("unreachable", "nobody listens, once", Reply.Unreachable()),
        new("busy", "503 before the answer begins, once", Reply.Error(503, "No instance is free.", "provider_unavailable")),
        new("limited", "429 with a wait of a second, once", Reply.Error(429, "Slow down.", "rate_limit_exceeded").WithRetryAfter(TimeSpan.FromSeconds(1))),
        new("refused", "402: no credit is left; nothing to repeat", Reply.Error(402, "Insufficient credits.", "payment_required")),
        new("silent", "the stream opens and ends without a word, once", s_whole.CutAfterPieces(0, CutKind.Silent)),
        new("error", "an error event between two pieces", s_whole.WithStreamError(StreamErrorShape.Documented, afterPieces: 1)),
        new("cut", "the connection is reset between two pieces", s_whole.CutAfterPieces(1)),
        new("eof", "the body ends in order, but without a finish reason", s_whole.CutAfterPieces(1, CutKind.Silent)),
        new("stall", "the service falls silent and holds the connection", s_whole.CutAfterPieces(1, CutKind.Stall)),
        new("length", "the limit of tokens is reached: no failure, and no whole answer", Reply.Pieces(FirstHalf).WithFinish("length")),
        new("filter", "a filter of the provider ends the answer", Reply.Pieces(FirstHalf).WithFinish("content_filter")),
        new("tool", "the connection is reset within the arguments of a tool call", Reply.ToolCall("weather", """{"city":"Bern","days":3}""").CutAfterPieces(1)) { OffersTool = true },
    ];

    /// <summary>What the service says when nothing is wrong any more.</summary>
    public static Reply After(EmulatedRequest request)
    {
        var messages = request.Body.GetProperty("messages");
        var goesOn = messages[messages.GetArrayLength() - 1].GetProperty("role").GetString() == "assistant";
        return goesOn ? Reply.Pieces(SecondHalf) : s_whole;
    }
}
