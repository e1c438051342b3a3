namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>What blank lines do, and what the mark at the beginning does.</summary>
internal static class BlockVectors
{
    public static readonly SseVector[] All =
    [
        new("empty body", ""),
        new("one blank line", "\n"),
        new("two blank lines", "\n\n"),
        new("three blank lines", "\n\n\n"),
        new("a hundred blank lines", new string('\n', 100)),
        new("blank line in front", "\ndata: a\n\n", "message||a"),
        new("blank lines in front", "\n\n\n\ndata: a\n\n", "message||a"),
        new("blank lines between", "data: a\n\n\n\n\ndata: b\n\n", "message||a", "message||b"),
        new("blank lines behind", "data: a\n\n\n\n\n", "message||a"),
        new("one blank line too few", "data: a\ndata: b\n\n", "message||a\nb"),
        new("block with a type alone", "event: x\n\n"),
        new("block with a comment alone", ":c\n\n", ":c"),
        new("block with an unknown field alone", "foo\n\n"),
        new("block with all but data", "event: x\nid: 1\nretry: 2\nfoo: 3\n:c\n\n", ":c") { Retry = 2 },
        new("block with everything", "event: x\nid: 1\nretry: 2\nfoo: 3\n:c\ndata: a\n\n", ":c", "x|1|a") { Retry = 2 },
        new("block with everything in another order", "data: a\n:c\nfoo: 3\nretry: 2\nid: 1\nevent: x\n\n", ":c", "x|1|a") { Retry = 2 },
        new("blocks without data between events", "data: a\n\nevent: x\n\nid: 1\n\n:c\n\ndata: b\n\n", "message||a", ":c", "message|1|b"),
        new("empty line is not data", "data: a\n\nb\n\n", "message||a"),
        new("byte order mark", "\uFEFFdata: a\n\n", "message||a"),
        new("byte order mark alone", "\uFEFF"),
        new("byte order mark and blank lines", "\uFEFF\n\n"),
        new("byte order mark counts once", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "message||b"),
        new("three byte order marks", "\uFEFF\uFEFF\uFEFFdata: a\n\n"),
        new("byte order mark after a blank line", "\n\uFEFFdata: a\n\ndata: b\n\n", "message||b"),
        new("byte order mark in data", "data: \uFEFFa\n\n", "message||\uFEFFa"),
        new("byte order mark as data", "data:\uFEFF\n\n", "message||\uFEFF"),
        new("byte order mark before the space", "data:\uFEFF a\n\n", "message||\uFEFF a"),
        new("byte order mark in the type", "event: \uFEFFx\ndata: a\n\n", "\uFEFFx||a"),
        new("byte order mark in the id", "id: \uFEFF1\ndata: a\n\n", "message|\uFEFF1|a"),
        new("byte order mark before a comment", "\uFEFF: c\n\n", ": c"),
        new("byte order mark before a type", "\uFEFFevent: x\ndata: a\n\n", "x||a"),
        new("byte order mark before an id", "\uFEFFid: 1\ndata: a\n\n", "message|1|a"),
        new("byte order mark before a retry", "\uFEFFretry: 1\n\n") { Retry = 1 },
        new("byte order mark before an unknown field", "\uFEFFfoo\ndata: a\n\n", "message||a"),
        new("byte order mark of the other order is none", "\uFFFEdata: a\n\ndata: b\n\n", "message||b"),
        new("word joiner is no byte order mark", "\u2060data: a\n\ndata: b\n\n", "message||b"),
    ];
}
