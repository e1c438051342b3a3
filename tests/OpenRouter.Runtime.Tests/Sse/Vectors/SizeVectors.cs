namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Lengths around those at which a buffer grows, is moved and is given back.</summary>
internal static class SizeVectors
{
    private static readonly int[] Lengths = [1, 15, 25, 26, 27, 31, 32, 33, 57, 58, 59, 63, 64, 65, 127, 128, 129, 500];

    public static readonly SseVector[] All =
    [
        .. Lengths.Select(static length => new SseVector($"data of {length}", $"data: {X(length)}\n\ndata: b\n\n", $"message||{X(length)}", "message||b")),
        .. Lengths.Select(static length => new SseVector($"two lines of {length}", $"data: {X(length)}\ndata: {Y(length)}\n\ndata: b\n\n", $"message||{X(length)}\n{Y(length)}", "message||b")),
        new("short line after a long one", $"data: {X(300)}\ndata: b\n\n", $"message||{X(300)}\nb"),
        new("long line after a short one", $"data: b\ndata: {X(300)}\n\n", $"message||b\n{X(300)}"),
        new("long line after many short events", string.Concat(Enumerable.Repeat("data: b\n\n", 9)) + $"data: {X(300)}\n\n", [.. Enumerable.Repeat("message||b", 9), $"message||{X(300)}"]),
        new("long type", $"event: {X(300)}\ndata: b\n\n", $"{X(300)}||b"),
        new("long type again", $"event: {X(90)}\ndata: b\n\nevent: {X(90)}\ndata: c\n\n", $"{X(90)}||b", $"{X(90)}||c"),
        new("comment between long lines", $"data: {X(100)}\n:{Y(100)}\ndata: {X(100)}\n\n", $":{Y(100)}", $"message||{X(100)}\n{X(100)}"),
        new("unknown line between long lines", $"data: {X(100)}\n{Y(100)}\ndata: {X(100)}\n\n", $"message||{X(100)}\n{X(100)}"),
        new("long unterminated line", $"data: {X(300)}", $"?message||{X(300)}"),
    ];

    private static string X(int length) => string.Concat(Enumerable.Range(0, length).Select(static at => (char)('a' + (at % 26))));

    private static string Y(int length) => string.Concat(Enumerable.Range(0, length).Select(static at => (char)('0' + (at % 10))));
}
