namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>The bytes of a vector in every place of a body, and what the body means.</summary>
internal static class Utf8Bodies
{
    public static IEnumerable<(byte[] Body, string[] Expected)> All(Utf8Vector vector)
        => [.. Data(vector), .. Type(vector), .. Id(vector), .. Comment(vector), .. FieldName(vector), .. Beginning(vector)];

    public static (byte[] Body, string[] Expected)[] Data(Utf8Vector vector) =>
    [
        (vector.Between("data: ", "\n\n"), [SseRun.Event("message", "", vector.Bytes)]),
        (vector.Between("data:", "\r\rdata: b\r\r"), [SseRun.Event("message", "", vector.Bytes), "message||b"]),
        (vector.Between("data: a\r\ndata: ", "\r\ndata: b\r\n\r\n"), [SseRun.Event("message", "", [.. "a\n"u8, .. vector.Bytes, .. "\nb"u8])]),
        (vector.Between("data: ", ""), ["?" + SseRun.Event("message", "", vector.Bytes)]),
    ];

    public static (byte[] Body, string[] Expected)[] Type(Utf8Vector vector) =>
    [
        (vector.Between("event: ", "\ndata: a\n\n"), [$"{vector.Text}||a"]),
        (vector.Between("event: ", "\ndata: a\n\ndata: b\n\n"), [$"{vector.Text}||a", "message||b"]),
    ];

    public static (byte[] Body, string[] Expected)[] Id(Utf8Vector vector) =>
    [
        (vector.Between("id: ", "\ndata: a\n\n"), [vector.Text.Contains('\0') ? "message||a" : $"message|{vector.Text}|a"]),
    ];

    public static (byte[] Body, string[] Expected)[] Comment(Utf8Vector vector) =>
    [
        (vector.Between("data: a\n:", "\ndata: b\n\n"), [":" + vector.Text, "message||a\nb"]),
    ];

    public static (byte[] Body, string[] Expected)[] FieldName(Utf8Vector vector) =>
    [
        (vector.Between("data: a\ndata", ": x\n\n"), ["message||a"]),
        (vector.Between("data: a\n", "data: x\n\n"), ["message||a"]),
        (vector.Between("data: a\n", "\n\n"), ["message||a"]),
    ];

    public static (byte[] Body, string[] Expected)[] Beginning(Utf8Vector vector) =>
    [
        (vector.Between("", "data: a\n\ndata: b\n\n"), ["message||b"]),
        (vector.Between("\uFEFF", "\ndata: b\n\n"), ["message||b"]),
    ];
}
