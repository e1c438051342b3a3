namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>What the last id is.</summary>
internal static class IdVectors
{
    public static readonly SseVector[] All =
    [
        new("id", "id: 1\ndata: a\n\n", "message|1|a"),
        new("id without a space", "id:1\ndata: a\n\n", "message|1|a"),
        new("id with two spaces keeps one", "id:  1\ndata: a\n\n", "message| 1|a"),
        new("id keeps trailing blanks", "id: 1 \ndata: a\n\n", "message|1 |a"),
        new("id with a tab", "id:\t1\ndata: a\n\n", "message|\t1|a"),
        new("id with colons", "id: a:b\ndata: a\n\n", "message|a:b|a"),
        new("id after data", "data: a\nid: 1\n\n", "message|1|a"),
        new("last id wins", "id: 1\nid: 2\ndata: a\n\n", "message|2|a"),
        new("last id wins around data", "id: 1\ndata: a\nid: 2\n\n", "message|2|a"),
        new("id stays for later events", "id: 1\ndata: a\n\ndata: b\n\n", "message|1|a", "message|1|b"),
        new("id stays for many events", "id: 1\ndata: a\n\ndata: b\n\ndata: c\n\n", "message|1|a", "message|1|b", "message|1|c"),
        new("ids of their own", "id: 1\ndata: a\n\nid: 2\ndata: b\n\n", "message|1|a", "message|2|b"),
        new("id of a block without data stays", "id: 1\n\ndata: a\n\n", "message|1|a"),
        new("id of a later block without data", "data: a\n\nid: 1\n\ndata: b\n\n", "message||a", "message|1|b"),
        new("ids of blocks without data", "id: 1\n\nid: 2\n\ndata: a\n\n", "message|2|a"),
        new("block with an id alone is no event", "id: 1\n\n"),
        new("empty id resets", "id: 1\ndata: a\n\nid:\ndata: b\n\n", "message|1|a", "message||b"),
        new("empty id with a space resets", "id: 1\ndata: a\n\nid: \ndata: b\n\n", "message|1|a", "message||b"),
        new("id without colon resets", "id: 1\ndata: a\n\nid\ndata: b\n\n", "message|1|a", "message||b"),
        new("empty id in a block without data resets", "id: 1\ndata: a\n\nid\n\ndata: b\n\n", "message|1|a", "message||b"),
        new("id after a reset", "id: 1\nid\nid: 2\ndata: a\n\n", "message|2|a"),
        new("id with NUL is ignored", "id: 1\0\u0032\ndata: a\n\n", "message||a"),
        new("id with NUL in front is ignored", "id: \u00001\ndata: a\n\n", "message||a"),
        new("id with NUL at the end is ignored", "id: 1\0\ndata: a\n\n", "message||a"),
        new("id that is NUL is ignored", "id: \0\ndata: a\n\n", "message||a"),
        new("id with NUL keeps the old one", "id: 7\nid: a\0b\ndata: a\n\n", "message|7|a"),
        new("id with NUL keeps that of an earlier event", "id: 7\ndata: a\n\nid: a\0b\ndata: b\n\n", "message|7|a", "message|7|b"),
        new("id after one with NUL", "id: a\0b\nid: 7\ndata: a\n\n", "message|7|a"),
        new("id that says NUL in letters", "id: \\0\ndata: a\n\n", "message|\\0|a"),
        new("id of letters", "id: abc-DEF_9\ndata: a\n\n", "message|abc-DEF_9|a"),
        new("id beyond ASCII", "id: \u00E9\u4E2D\U0001F600\ndata: a\n\n", "message|\u00E9\u4E2D\U0001F600|a"),
        new("id with the replacement character", "id: \uFFFD\ndata: a\n\n", "message|\uFFFD|a"),
        new("id of a negative number", "id: -1\ndata: a\n\n", "message|-1|a"),
        new("id in capitals is unknown", "ID: 1\ndata: a\n\n", "message||a"),
        new("id with a type", "id: 1\nevent: x\ndata: a\n\n", "x|1|a"),
        new("id outlives the type", "id: 1\nevent: x\ndata: a\n\ndata: b\n\n", "x|1|a", "message|1|b"),
        new("long id", "id: " + new string('i', 200) + "\ndata: a\n\n", "message|" + new string('i', 200) + "|a"),
    ];
}
