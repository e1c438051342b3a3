namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Which names are fields: four, exactly.</summary>
internal static class FieldNameVectors
{
    private static readonly string Long = new('u', 2000);

    public static readonly SseVector[] All =
    [
        new("unknown field", "foo: bar\ndata: a\n\n", "message||a"),
        new("unknown field without a space", "foo:bar\ndata: a\n\n", "message||a"),
        new("unknown field without colon", "foo\ndata: a\n\n", "message||a"),
        new("unknown field alone is no event", "foo: bar\n\n"),
        new("unknown field of one letter", "x\ndata: a\n\n", "message||a"),
        new("field name in capitals", "Data: a\nDATA: b\n\n"),
        new("capital inside a field name", "dAta: a\ndatA: b\ndata: c\n\n", "message||c"),
        new("event in capitals", "Event: x\nEVENT: y\ndata: a\n\n", "message||a"),
        new("field name with a blank before the colon", "data : a\n\n"),
        new("field name with a tab before the colon", "data\t: a\n\n"),
        new("field name with a blank in front", " data: a\n\n"),
        new("field name with a tab in front", "\tdata: a\n\n"),
        new("field name with NUL behind", "data\0: a\n\n"),
        new("field name with NUL in front", "\0data: a\n\n"),
        new("field name with NUL inside", "da\0ta: a\n\n"),
        new("field name in quotation marks", "\"data\": a\n\n"),
        new("longer data", "dataset: a\ndatas: b\ndata_: c\ndata1\ndata: d\n\n", "message||d"),
        new("longer event", "events: a\neventual: b\nevent_type: c\neventx\ndata: d\n\n", "message||d"),
        new("longer id", "ids: a\nid5: b\nidx\ndata: d\n\n", "message||d"),
        new("longer retry", "retrying: 1\nretry_after: 2\nretry5\ndata: d\n\n", "message||d"),
        new("shorter data", "d: a\nda: b\ndat: c\nd\nda\ndat\ndata: d\n\n", "message||d"),
        new("shorter event", "e: a\nev: b\neve: c\neven: d\ne\nev\neve\neven\ndata: d\n\n", "message||d"),
        new("shorter id", "i: a\ni\ndata: d\n\n", "message||d"),
        new("shorter retry", "r: 1\nre: 2\nret: 3\nretr: 4\nr\nre\nret\nretr\ndata: d\n\n", "message||d"),
        new("names run together", "dataevent: a\nidretry: b\ndataid\ndata: d\n\n", "message||d"),
        new("byte order mark before a later field", "data: a\n\n\uFEFFdata: b\n\n", "message||a"),
        new("byte order mark before a later line", "data: a\n\uFEFFdata: b\n\n", "message||a"),
        new("umlaut for a letter", "d\u00E4ta: a\ndata: b\n\n", "message||b"),
        new("Cyrillic look-alike", "d\u0430ta: a\ndata: b\n\n", "message||b"),
        new("fullwidth colon is no colon", "data\uFF1A a\ndata: b\n\n", "message||b"),
        new("equals sign is no colon", "data= a\ndata: b\n\n", "message||b"),
        new("blank is no colon", "data a\ndata: b\n\n", "message||b"),
        new("semicolon is no colon", "data; a\ndata: b\n\n", "message||b"),
        new("unknown field with data in its value", "foo: data: x\ndata: a\n\n", "message||a"),
        new("line of JSON", "{\"error\":{\"message\":\"x\"}}\n\n"),
        new("line of HTML", "<html><body>x</body></html>\n\n"),
        new("line of blanks", "   \ndata: a\n\n", "message||a"),
        new("line of blanks ends no event", "data: a\n \ndata: b\n\n", "message||a\nb"),
        new("line of a tab ends no event", "data: a\n\t\ndata: b\n\n", "message||a\nb"),
        new("line of NUL ends no event", "data: a\n\0\ndata: b\n\n", "message||a\nb"),
        new("long unknown field is not stored", Long + ": v\ndata: a\n\n", "message||a"),
        new("long value of an unknown field is not stored", "foo: " + Long + "\ndata: a\n\n", "message||a"),
        new("long name that begins like data", "data" + Long[..600] + "\ndata: a\n\n", "message||a"),
        new("data before a long unknown field", "data: a\n" + Long[..600] + "\ndata: b\n\n", "message||a\nb"),
        new("unknown fields in a row", Long[..300] + "\n" + Long[..301] + "\nx\ndata: a\n\n", "message||a"),
    ];
}
