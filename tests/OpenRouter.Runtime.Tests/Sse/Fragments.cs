using System.Text;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>What bodies of chance are made of: pieces of fields, line ends, and bytes that are no text.</summary>
internal static class Fragments
{
    public static readonly byte[][] All =
    [
        .. new[]
        {
            "\n", "\n", "\n", "\n\n", "\n\n", "\r", "\r", "\r\r", "\r\n", "\r\n\r\n", "\n\r", ":", ": ", "::", " ", "  ", "\t", "\0",
            "data", "data:", "data: ", "data: a", "data: b\n", "data:\n", "data\n", "data: a\n\n", "da", "ta", "dat", "datax", "Data: ",
            "event", "event:", "event: ", "event: x", "event: x\n", "eve", "nt:", "events: ",
            "id", "id:", "id: ", "id: 1", "id: 2\n", "id: a\0b\n", "i", "d:", "ids: ",
            "retry", "retry:", "retry: ", "retry: 5\n", "retry: 1e3\n", "retry: 99999999999999999999\n", "ret", "ry: 7",
            ": OPENROUTER PROCESSING\n\n", ":c\n", "unknown: x\n", "{\"a\":1}", "[DONE]", "<html>", "x", "5", "0", "\uFEFF", "\u00E4", "\u4E2D", "\U0001F600", "\u2028",
            new string('c', 70), new string('d', 300), ":" + new string('e', 300), "data: " + new string('f', 100),
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xFF], [0xEF], [0xEF, 0xBB], [0xBB, 0xBF], [0xF0, 0x9F], [0xC0, 0x8A], [0xED, 0xA0, 0x80],
    ];

    /// <summary>A body of some pieces.</summary>
    public static byte[] Join(IEnumerable<byte[]> pieces) => [.. pieces.SelectMany(static piece => piece)];
}
