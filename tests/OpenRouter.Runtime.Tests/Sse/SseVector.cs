namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>A body and what it means. In <see cref="Body"/> LF stands for whatever line end the run uses.</summary>
/// <param name="Name">What the vector is about.</param>
/// <param name="Body">The body.</param>
/// <param name="Expected">Events as <c>type|id|data</c>, comments as <c>:text</c>, an unterminated event with <c>?</c> before it.</param>
public sealed record SseVector(string Name, string Body, params string[] Expected)
{
    public static readonly SseVector[] All =
    [
        new("empty body", ""),
        new("blank lines only", "\n\n\n"),
        new("one event", "data: a\n\n", "message||a"),
        new("two events", "data: a\n\ndata: b\n\n", "message||a", "message||b"),
        new("no space after the colon", "data:a\n\n", "message||a"),
        new("two spaces keep one", "data:  a\n\n", "message|| a"),
        new("tab is no space", "data:\ta\n\n", "message||\ta"),
        new("trailing blanks stay", "data: a  \n\n", "message||a  "),
        new("colons in the value", "data: a:b: c\n\n", "message||a:b: c"),
        new("two lines", "data: a\ndata: b\n\n", "message||a\nb"),
        new("many lines", "data: a\ndata:\ndata: b\ndata:c\ndata\n\n", "message||a\n\nb\nc\n"),
        new("field without colon", "data\n\n", "message||"),
        new("field without colon twice", "data\ndata\n\n", "message||\n"),
        new("empty data", "data:\n\n", "message||"),
        new("empty data with a space", "data: \n\n", "message||"),
        new("empty first line", "data:\ndata: a\n\n", "message||\na"),
        new("event type", "event: ping\ndata: a\n\n", "ping||a"),
        new("type after data", "data: a\nevent: ping\n\n", "ping||a"),
        new("last type wins", "event: x\nevent: y\ndata: a\n\n", "y||a"),
        new("type is for one event", "event: ping\ndata: a\n\ndata: b\n\n", "ping||a", "message||b"),
        new("same type again", "event: ping\ndata: a\n\nevent: ping\ndata: b\n\n", "ping||a", "ping||b"),
        new("empty type is message", "event:\ndata: a\n\n", "message||a"),
        new("empty type after a type", "event: x\nevent:\ndata: a\n\n", "message||a"),
        new("type without colon", "event\ndata: a\n\n", "message||a"),
        new("type of a block without data is lost", "event: x\n\ndata: a\n\n", "message||a"),
        new("block without data is no event", "id: 1\n\n"),
        new("id of a block without data stays", "id: 1\n\ndata: a\n\n", "message|1|a"),
        new("id stays for later events", "id: 1\ndata: a\n\ndata: b\n\n", "message|1|a", "message|1|b"),
        new("empty id resets", "id: 1\ndata: a\n\nid\ndata: b\n\n", "message|1|a", "message||b"),
        new("id with NUL is ignored", "id: 1\0\u0032\ndata: a\n\n", "message||a"),
        new("id with NUL keeps the old one", "id: 7\nid: a\0b\ndata: a\n\n", "message|7|a"),
        new("retry is no event", "retry: 100\n\n"),
        new("retry with letters is ignored", "retry: 1e3\ndata: a\n\n", "message||a"),
        new("comment", ": hello\n\n", ":" + " hello"),
        new("empty comment", ":\n\n", ":"),
        new("bare comment with a blank", ": \n\n", ": "),
        new("comment before an event", ": OPENROUTER PROCESSING\n\ndata: a\n\n", ": OPENROUTER PROCESSING", "message||a"),
        new("comment inside an event", "data: a\n:c\ndata: b\n\n", ":c", "message||a\nb"),
        new("comment without its blank line", ":c\ndata: a\n\n", ":c", "message||a"),
        new("unknown field", "foo: bar\ndata: a\n\n", "message||a"),
        new("unknown field without colon", "foo\ndata: a\n\n", "message||a"),
        new("field name in capitals", "Data: a\nDATA: b\n\n"),
        new("field name with a blank before the colon", "data : a\n\n"),
        new("field name with a blank in front", " data: a\n\n"),
        new("longer field name", "dataset: a\nid5: x\nretrying: 1\neventual: z\ndata: b\n\n", "message||b"),
        new("shorter field name", "dat: a\neven: b\ni: c\ndata: d\n\n", "message||d"),
        new("byte order mark", "\uFEFFdata: a\n\n", "message||a"),
        new("byte order mark counts once", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "message||b"),
        new("byte order mark in the middle", "data: a\n\n\uFEFFdata: b\n\n", "message||a"),
        new("byte order mark in data", "data: \uFEFFa\n\n", "message||\uFEFFa"),
        new("byte order mark before a comment", "\uFEFF: c\n\n", ": c"),
        new("two bytes", "data: äöü\n\n", "message||äöü"),
        new("three bytes", "data: 中文字\n\n", "message||中文字"),
        new("four bytes", "data: 😀👩‍🚀\n\n", "message||😀👩‍🚀"),
        new("text beyond ASCII in the type", "event: é\ndata: a\n\n", "é||a"),
        new("line separators of Unicode end no line", "data: a\u2028b\u0085c\u000Bd\n\n", "message||a\u2028b\u0085c\u000Bd"),
        new("NUL in data", "data: a\0b\n\n", "message||a\0b"),
        new("unterminated block", "data: a\n\ndata: b\n", "message||a", "?message||b"),
        new("unterminated line", "data: a\n\ndata: b", "message||a", "?message||b"),
        new("unterminated type", "event: x\ndata: a", "?x||a"),
        new("unterminated lines", "data: a\ndata: b", "?message||a\nb"),
        new("unterminated field name", "data: a\n\ndat", "message||a"),
        new("unterminated comment", "data: a\n\n: c", "message||a", ": c"),
        new("end after a comment", "data: a\n\n: c\n", "message||a", ": c"),
        new("done", "data: {\"a\":1}\n\ndata: [DONE]\n\n", "message||{\"a\":1}", "message||[DONE]"),
        new("longer than the first buffer", "data: " + new string('x', 500) + "\n\ndata: b\n\n", "message||" + new string('x', 500), "message||b"),
        new("many lines longer than the first buffer", "data: " + new string('x', 70) + "\ndata: " + new string('y', 70) + "\n\n", "message||" + new string('x', 70) + "\n" + new string('y', 70)),
        new("long comment is cut, not stored", ":" + new string('c', 2000) + "\ndata: a\n\n", ":" + new string('c', 255), "message||a"),
        new("long unknown field is not stored", new string('u', 2000) + ": v\ndata: a\n\n", "message||a"),
        new("data before a long unknown field", "data: a\n" + new string('u', 600) + "\ndata: b\n\n", "message||a\nb"),
        new("data around a long comment", "data: a\n:" + new string('c', 600) + "\ndata: b\n\n", ":" + new string('c', 255), "message||a\nb"),
    ];

    public static TheoryData<int, string> Runs()
    {
        var runs = new TheoryData<int, string>();
        for (var index = 0; index < All.Length; index++)
        {
            foreach (var end in new[] { "LF", "CR", "CRLF" })
            {
                runs.Add(index, end);
            }
        }

        return runs;
    }

    public static string LineEnd(string name) => name switch
    {
        "CR" => "\r",
        "CRLF" => "\r\n",
        _ => "\n",
    };
}
