namespace OpenRouter.Runtime.Tests.Accumulation.Vectors;

/// <summary>
/// What providers do with the fragments of tool calls. A fragment is written index|id|name|arguments, a call
/// id|name|arguments; a dash is a member that is absent, and a call that must not be run ends in an exclamation mark.
/// </summary>
internal static class ToolVectors
{
    /// <summary>One call in any fragments.</summary>
    public static readonly (string Fragments, string[] Expected)[] Joined =
    [
        ("""0|c|add|{"a":1}""", ["""c|add|{"a":1}"""]),
        ("""0|c|add| / 0|-|-|{"a":1}""", ["""c|add|{"a":1}"""]),
        ("""0|c|add| / 0|-|-|{ / 0|-|-|"a" / 0|-|-|: / 0|-|-|1 / 0|-|-|}""", ["""c|add|{"a":1}"""]),
        ("""0|c|add|- / 0|-|-|{"a":1}""", ["""c|add|{"a":1}"""]),
        ("""0|c|add|- / 0|-|-|- / 0|-|-|{"a":1}""", ["""c|add|{"a":1}"""]),
        ("""0|c|add| / 0|-|-| / 0|-|-|{}""", ["c|add|{}"]),
        ("""0|c|add|{"a" / 0|||:1}""", ["""c|add|{"a":1}"""]),
        ("""0|-|-|{"a" / 0|c|add|:1}""", ["""c|add|{"a":1}"""]),
        ("""0|-|add|{"a" / 0|c|-|:1}""", ["""c|add|{"a":1}"""]),
        ("""0|c|-|{"a" / 0|-|add|:1}""", ["""c|add|{"a":1}"""]),
    ];

    /// <summary>Arguments that are none: the call is c|now|{}.</summary>
    public static readonly string[] Empty =
    [
        "0|c|now|",
        "0|c|now|-",
        "0|c|now|- / 0|-|-|-",
        "0|c|now| / 0|-|-|",
        "0|c|now|  ",
        "0|c|now|\n / 0|-|-|\t",
        "0|c|now|{}",
        "0|c|now| / 0|-|-|{}",
        "0|c|now|{ / 0|-|-|}",
    ];

    /// <summary>An index is a key and no position.</summary>
    public static readonly (string Fragments, string[] Expected)[] ByIndex =
    [
        ("""0|a|f|{} / 1|b|g|{}""", ["a|f|{}", "b|g|{}"]),
        ("""0|a|f|{"x" / 1|b|g|{"y" / 0|-|-|:1} / 1|-|-|:2}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""1|b|g|{"y" / 0|a|f|{"x" / 1|-|-|:2} / 0|-|-|:1}""", ["""b|g|{"y":2}""", """a|f|{"x":1}"""]),
        ("""1|a|f|{}""", ["a|f|{}"]),
        ("""1|a|f|{} / 2|b|g|{}""", ["a|f|{}", "b|g|{}"]),
        ("""3|a|f|{} / 1|b|g|{}""", ["a|f|{}", "b|g|{}"]),
        ("""-5|a|f|{"x" / -5|-|-|:1}""", ["""a|f|{"x":1}"""]),
        ("""9223372036854775807|a|f|{"x" / 9223372036854775807|-|-|:1} / 0|b|g|{}""", ["""a|f|{"x":1}""", "b|g|{}"]),
        ("""-9223372036854775808|a|f|{} / 900000000000|b|g|{}""", ["a|f|{}", "b|g|{}"]),
        ("""0|a|f|{} / 1|b|f|{} / 2|c|f|{} / 3|d|f|{}""", ["a|f|{}", "b|f|{}", "c|f|{}", "d|f|{}"]),
    ];

    /// <summary>Without an index, an id tells the calls apart.</summary>
    public static readonly (string Fragments, string[] Expected)[] WithoutIndex =
    [
        ("""~|a|f|{"x" / ~|-|-|:1}""", ["""a|f|{"x":1}"""]),
        ("""~|a|f|{"x":1} / ~|b|g|{"y":2}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""~|a|f|{"x" / ~|-|-|:1} / ~|b|g|{"y" / ~|-|-|:2}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""~|a|f|{"x" / ~|a|-|:1}""", ["""a|f|{"x":1}"""]),
        ("""~|a|f|{"x" / ~|a|f|:1}""", ["""a|f|{"x":1}"""]),
        ("""~|a|f|{"x" / ~|b|g|{} / ~|a|-|:1}""", ["""a|f|{"x":1}""", "b|g|{}"]),
        ("""~|a|f|{"x" / ~|b|g|{"y" / ~|-|-|:2} / ~|a|-|:1}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""~|-|f|{"x" / ~|-|-|:1}""", ["""*|f|{"x":1}"""]),
        ("""~|-|f|{"x":1} / ~|-|f|{"x":2}""", ["""*|f|{"x":1}""", """*|f|{"x":2}"""]),
        ("""~|-|f|{"x":1} / ~|-|g|{"y":2}""", ["""*|f|{"x":1}""", """*|g|{"y":2}"""]),
        ("""~|-|f|{"x" / ~|-|f|:1}""", ["""*|f|{"x":1}"""]),
        ("""~|a|f|{"x":1} / ~|a|g|{"y":2}""", ["""a|f|{"x":1}""", """*|g|{"y":2}"""]),
        ("""~|a|f|{"x":1} / ~|a|f|{"y":2}""", ["""a|f|{"x":1}""", """*|f|{"y":2}"""]),
        ("""~|-|-|{"x" / ~|-|-|:1}""", ["""*||{"x":1}"""]),
    ];

    /// <summary>Under one index, another id is another call.</summary>
    public static readonly (string Fragments, string[] Expected)[] SharedIndex =
    [
        ("""0|a|f|{"x":1} / 0|b|g|{"y" / 0|-|-|:2}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""0|a|f|{"x":1} / 0|b|f|{"x":2} / 0|c|f|{"x":3}""", ["""a|f|{"x":1}""", """b|f|{"x":2}""", """c|f|{"x":3}"""]),
        ("""0|a|f|{"x" / 0|b|g|{"y" / 0|a|-|:1} / 0|b|-|:2}""", ["""a|f|{"x":1}""", """b|g|{"y":2}"""]),
        ("""0|a|f|{"x" / 0|a|f|:1}""", ["""a|f|{"x":1}"""]),
        ("""0|a|f|{"x" / 0|a|-|:1}""", ["""a|f|{"x":1}"""]),
        ("""0|a|f|{"x" / 0|a||:1}""", ["""a|f|{"x":1}"""]),
        ("""0|-|f|{"x":1} / 0|-|f|{"x":2}""", ["""*|f|{"x":1}""", """*|f|{"x":2}"""]),
        ("""0|-|f|{"x" / 0|-|f|:1}""", ["""*|f|{"x":1}"""]),
        ("""0|-|f|{"x":1} / 0|-|f|""", ["""*|f|{"x":1}"""]),
    ];

    /// <summary>A whole call that is sent once more: it stays a|f|{"x":1}.</summary>
    public static readonly string[] Repeated =
    [
        """0|a|f|{"x":1} / 0|a|f|{"x":1}""",
        """0|a|f|{"x" / 0|-|-|:1} / 0|a|f|{"x":1}""",
        """~|a|f|{"x":1} / ~|a|f|{"x":1}""",
        """0|a|f|{"x":1} / 0|a|-|{"x":1}""",
    ];

    /// <summary>A fragment that repeats what is not whole.</summary>
    public static readonly (string Fragments, string[] Expected)[] Appended =
    [
        ("""0|a|f|{} / 0|a|f|{"x":1}""", ["""a|f|{}{"x":1}!"""]),
        ("""0|a|f|ab / 0|a|f|ab""", ["a|f|abab!"]),
        ("""0|a|f|[ / 0|a|f|[""", ["a|f|[[!"]),
    ];

    /// <summary>Arguments, and whether they are one whole value.</summary>
    public static readonly (string Arguments, bool IsComplete)[] Values =
    [
        ("""{"x":1}""", true),
        (""" {"x":1} """, true),
        ("[1]", true),
        ("12", true),
        ("\"text\"", true),
        ("""{"x":1""", false),
        ("""{"x":1}}""", false),
        ("""{"x":1}{""", false),
        ("""{"x":1}{"x":2}""", false),
        ("""{"x":}""", false),
        ("""{'x':1}""", false),
        ("""{"x":1,}""", false),
        ("// {}", false),
        ("nul", false),
        ("\"open", false),
    ];

    /// <summary>All of them, as fragments and the calls that they make.</summary>
    public static readonly (string Fragments, string[] Expected)[] All =
    [
        .. Joined,
        .. Empty.Select(static fragments => (fragments, (string[])["c|now|{}"])),
        .. ByIndex,
        .. WithoutIndex,
        .. SharedIndex,
        .. Repeated.Select(static fragments => (fragments, (string[])["""a|f|{"x":1}"""])),
        .. Appended,
        .. Values.Select(static value => ($"0|a|f|{value.Arguments}", (string[])[$"a|f|{value.Arguments}{(value.IsComplete ? "" : "!")}"])),
    ];
}
