using System.Text;

namespace OpenRouter.Runtime.Sse;

/// <summary>How a service writes an event of one line of data, and perhaps a line with its type.</summary>
/// <param name="before">What it writes before the data; null when it cannot be told.</param>
internal readonly struct EventFraming(byte[]? before)
{
    /// <summary>What it writes before the data; null when it cannot be told.</summary>
    public byte[]? Before { get; } = before;

    /// <summary>What it writes behind the data.</summary>
    public static readonly byte[] After = "\n\n"u8.ToArray();

    private static readonly byte[] SpacedData = "data: "u8.ToArray();
    private static readonly byte[] PlainData = "data:"u8.ToArray();

    /// <summary>
    /// Looks at the bytes around the data of an event. They only hint: that the found framing stands for this event follows from the
    /// rules of server-sent events, whatever was there.
    /// </summary>
    public static EventFraming Of(ReadOnlySpan<byte> before, ReadOnlySpan<byte> data, ReadOnlySpan<byte> after, string type)
    {
        if (!after.SequenceEqual(After) || data.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            return default;
        }

        // One space behind the colon is no part of the data, so data that begin with a space cannot be written without it.
        var line = before.EndsWith(SpacedData) ? SpacedData : before.EndsWith(PlainData) && !data.StartsWith(" "u8) ? PlainData : null;
        if (line is null || type == SseParser.DefaultType)
        {
            return new EventFraming(line);
        }

        var head = before[..^line.Length];
        return (TypeLine(head, $"event: {type}\n") ?? TypeLine(head, $"event:{type}\n")) is { } found ? new EventFraming([.. found, .. line]) : default;
    }

    private static byte[]? TypeLine(ReadOnlySpan<byte> head, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        return head.EndsWith(bytes) ? bytes : null;
    }
}
