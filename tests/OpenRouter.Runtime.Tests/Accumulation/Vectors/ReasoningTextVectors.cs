namespace OpenRouter.Runtime.Tests.Accumulation.Vectors;

/// <summary>Deltas with reasoning, and what is shown of it.</summary>
internal static class ReasoningTextVectors
{
    private const string Both = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}""";
    private const string Plain = """{"reasoning":"a"}""";
    private const string Detail = """{"reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}""";
    private const string Summary = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.summary","summary":"a","index":0}]}""";
    private const string Silent = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.encrypted","data":"x","index":0}]}""";
    private const string Empty = """{"reasoning":"","reasoning_details":[]}""";
    private const string Null = """{"reasoning":null,"reasoning_details":null}""";
    private const string Other = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.text","text":"b","index":0}]}""";
    private const string Signed = """{"reasoning":null,"reasoning_details":[{"type":"reasoning.text","signature":"s","index":0}]}""";

    /// <summary>The string and the details of a chunk say the same.</summary>
    public static readonly (string Expected, string[] Deltas)[] Shown =
    [
        ("aa", [Both, Both]),
        ("aa", [Plain, Plain]),
        ("aa", [Summary, Summary]),
        ("aa", [Silent, Silent]),
        ("aa", [Both, Plain]),
        ("aa", [Plain, Both]),
        ("aa", [Detail, Both]),
        ("aa", [Detail, Detail]),
        ("aaa", [Both, Empty, Plain, Null, Both]),
        ("a", [Both, Signed]),
        ("b", [Other]),
        ("ba", [Other, Plain]),
        ("", [Empty, Null]),
    ];

    /// <summary>Details that repeat what the strings said, or do not.</summary>
    public static readonly (string Expected, string[] Deltas)[] Repeated =
    [
        ("ab", ["""{"reasoning":"a"}""", """{"reasoning":"b"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ab","signature":"s","index":0}]}"""]),
        ("abab", ["""{"reasoning_details":[{"type":"reasoning.text","text":"ab","index":0}]}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ab","index":0}]}"""]),
        ("abax", ["""{"reasoning":"ab"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ax","index":0}]}"""]),
        ("aba", ["""{"reasoning":"ab"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}"""]),
    ];
}
