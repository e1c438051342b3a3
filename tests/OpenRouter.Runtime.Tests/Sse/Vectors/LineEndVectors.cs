namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>LF, CR and both together, where it matters which is meant.</summary>
internal static class LineEndVectors
{
    public static readonly SseVector[] All =
    [
        .. new SseVector[]
        {
            new("LF LF", "data: a\n\ndata: b\n\n", "message||a", "message||b"),
            new("CR CR", "data: a\r\rdata: b\r\r", "message||a", "message||b"),
            new("CRLF CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", "message||a", "message||b"),
            new("CR LF is one end", "data: a\r\ndata: b\r\n\r\n", "message||a\nb"),
            new("LF CR is two ends", "data: a\n\rdata: b\n\r", "message||a", "message||b"),
            new("CR CRLF", "data: a\r\r\ndata: b\n\n", "message||a", "message||b"),
            new("CRLF CR", "data: a\r\n\rdata: b\n\n", "message||a", "message||b"),
            new("CRLF LF", "data: a\r\n\ndata: b\n\n", "message||a", "message||b"),
            new("LF CRLF", "data: a\n\r\ndata: b\n\n", "message||a", "message||b"),
            new("CR CR LF LF", "data: a\r\r\n\ndata: b\n\n", "message||a", "message||b"),
            new("CR LF CR LF LF", "data: a\r\n\r\n\ndata: b\n\n", "message||a", "message||b"),
            new("three kinds in one event", "data: a\rdata: b\r\ndata: c\n\n", "message||a\nb\nc"),
            new("three kinds in three events", "data: a\r\rdata: b\r\n\r\ndata: c\n\n", "message||a", "message||b", "message||c"),
            new("mixed line ends", "data: a\rdata: b\r\ndata: c\n\r\n\rdata: d\r\n\n", "message||a\nb\nc", "message||d"),
            new("CR ends a type", "event: x\rdata: a\r\r", "x||a"),
            new("CR ends an id", "id: 1\rdata: a\r\r", "message|1|a"),
            new("CR ends a retry", "retry: 5\rdata: a\r\r", "message||a") { Retry = 5 },
            new("CR ends a comment", ":c\rdata: a\r\r", ":c", "message||a"),
            new("CR ends an unknown field", "foo\rdata: a\r\r", "message||a"),
            new("CR ends a long comment", ":" + new string('c', 400) + "\rdata: a\r\r", ":" + new string('c', 255), "message||a"),
            new("CR in front", "\rdata: a\n\n", "message||a"),
            new("CRLF in front", "\r\ndata: a\n\n", "message||a"),
            new("CR at the end", "data: a\n\n\r", "message||a"),
            new("CR in the place of the blank line", "data: a\n\r", "message||a"),
            new("CRLF in the place of the blank line", "data: a\n\r\n", "message||a"),
            new("one CR at the end of a block", "data: a\r", "?message||a"),
            new("one CRLF at the end of a block", "data: a\r\n", "?message||a"),
            new("CR CR at the end", "data: a\r\r", "message||a"),
            new("LF alone after CR CR", "data: a\r\r\n", "message||a"),
            new("two LF after CR CR", "data: a\r\r\n\n", "message||a"),
            new("only CR", "\r\r\r"),
            new("only CRLF", "\r\n\r\n"),
            new("only LF CR", "\n\r\n\r"),
            new("byte order mark then CR", "\uFEFF\rdata: a\r\r", "message||a"),
            new("byte order mark then CRLF", "\uFEFF\r\ndata: a\r\n\r\n", "message||a"),
            new("byte order mark between CR and LF is a line", "data: a\r\uFEFF\ndata: b\n\n", "message||a\nb"),
            new("blank between CR and LF is a line", "data: a\r \ndata: b\n\n", "message||a\nb"),
            new("empty data ended by CR", "data:\rdata:\r\r", "message||\n"),
            new("data without colon ended by CR", "data\rdata\r\r", "message||\n"),
            new("data without colon ended by CRLF", "data\r\ndata\r\n\r\n", "message||\n"),
            new("CR after an event by LF", "data: a\n\n\rdata: b\n\n", "message||a", "message||b"),
            new("letters r and n are no line ends", "data: a\\r\\n\\ndata: b\n\n", "message||a\\r\\n\\ndata: b"),
        }.Select(static vector => vector with { IsFixed = true }),
    ];
}
