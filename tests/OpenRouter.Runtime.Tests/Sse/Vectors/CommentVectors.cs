namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Comments: told, never part of an event, and not stored.</summary>
internal static class CommentVectors
{
    private static readonly string Long = new('c', 2000);

    public static readonly SseVector[] All =
    [
        new("comment", ": hello\n\n", ": hello"),
        new("comment without a space", ":hello\n\n", ":hello"),
        new("empty comment", ":\n\n", ":"),
        new("bare comment with a blank", ": \n\n", ": "),
        new("comment of colons", ":::\n\n", ":::"),
        new("comment that looks like data", ":data: a\n\n", ":data: a"),
        new("comment that looks like a type", ":event: x\ndata: a\n\n", ":event: x", "message||a"),
        new("comment with NUL", ": a\0b\n\n", ": a\0b"),
        new("comment beyond ASCII", ": \u00E4\u4E2D\U0001F600\n\n", ": \u00E4\u4E2D\U0001F600"),
        new("comment before an event", ": OPENROUTER PROCESSING\n\ndata: a\n\n", ": OPENROUTER PROCESSING", "message||a"),
        new("comment after an event", "data: a\n\n: c\n\n", "message||a", ": c"),
        new("comment between events", "data: a\n\n: c\n\ndata: b\n\n", "message||a", ": c", "message||b"),
        new("comment inside an event", "data: a\n:c\ndata: b\n\n", ":c", "message||a\nb"),
        new("comment in front of the blank line", "data: a\n:c\n\n", ":c", "message||a"),
        new("comment without its blank line", ":c\ndata: a\n\n", ":c", "message||a"),
        new("comments in a row", ":a\n:b\n:c\n\n", ":a", ":b", ":c"),
        new("comments with blank lines", ":a\n\n:b\n\n:c\n\n", ":a", ":b", ":c"),
        new("comments between all lines", ":1\nevent: x\n:2\nid: 7\n:3\ndata: a\n:4\n\n:5\n", ":1", ":2", ":3", ":4", "x|7|a", ":5"),
        new("comment does not end the type", "event: x\n:c\ndata: a\n\n", ":c", "x||a"),
        new("comment keeps the id", "id: 1\n:c\n\ndata: a\n\n", ":c", "message|1|a"),
        new("empty comment inside an event", "data: a\n:\ndata: b\n\n", ":", "message||a\nb"),
        new("blank before the colon is no comment", " : c\ndata: a\n\n", "message||a"),
        new("hash is no comment", "# c\ndata: a\n\n", "message||a"),
        new("slashes are no comment", "// c\ndata: a\n\n", "message||a"),
        new("comment of 254 characters", ":" + Long[..254] + "\ndata: a\n\n", ":" + Long[..254], "message||a"),
        new("comment of 255 characters", ":" + Long[..255] + "\ndata: a\n\n", ":" + Long[..255], "message||a"),
        new("comment of 256 characters is cut", ":" + Long[..256] + "\ndata: a\n\n", ":" + Long[..255], "message||a"),
        new("comment of 257 characters is cut", ":" + Long[..257] + "\ndata: a\n\n", ":" + Long[..255], "message||a"),
        new("long comment is cut, not stored", ":" + Long + "\ndata: a\n\n", ":" + Long[..255], "message||a"),
        new("data around a long comment", "data: a\n:" + Long[..600] + "\ndata: b\n\n", ":" + Long[..255], "message||a\nb"),
        new("two long comments", ":" + Long[..300] + "\n:" + Long[..400] + "\ndata: a\n\n", ":" + Long[..255], ":" + Long[..255], "message||a"),
        new("short comment after a long one", ":" + Long[..300] + "\n:x\ndata: a\n\n", ":" + Long[..255], ":x", "message||a"),
        new("data after a long comment in its event", ":" + Long[..300] + "\ndata: a\ndata: b\n\n", ":" + Long[..255], "message||a\nb"),
        new("many comments", string.Concat(Enumerable.Repeat(": OPENROUTER PROCESSING\n\n", 40)) + "data: a\n\n", [.. Enumerable.Repeat(": OPENROUTER PROCESSING", 40), "message||a"]),
        new("comment of a proxy as data", "data: : keepalive\n\ndata: a\n\n", "message||: keepalive", "message||a"),
    ];
}
