using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>
/// What providers do with the fragments of tool calls. A fragment is written index|id|name|arguments, a call
/// id|name|arguments; a dash is a member that is absent, and a call that must not be run ends in an exclamation mark.
/// </summary>
public sealed class ToolFragmentTests
{
    [Theory]
    [InlineData("""0|c|add|{"a":1}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|add| / 0|-|-|{"a":1}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|add| / 0|-|-|{ / 0|-|-|"a" / 0|-|-|: / 0|-|-|1 / 0|-|-|}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|add|- / 0|-|-|{"a":1}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|add|- / 0|-|-|- / 0|-|-|{"a":1}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|add| / 0|-|-| / 0|-|-|{}""", "c|add|{}")]
    [InlineData("""0|c|add|{"a" / 0|||:1}""", """c|add|{"a":1}""")]
    [InlineData("""0|-|-|{"a" / 0|c|add|:1}""", """c|add|{"a":1}""")]
    [InlineData("""0|-|add|{"a" / 0|c|-|:1}""", """c|add|{"a":1}""")]
    [InlineData("""0|c|-|{"a" / 0|-|add|:1}""", """c|add|{"a":1}""")]
    public void OneCall_InAnyFragments_IsJoined(string fragments, string expected) => Check(fragments, expected);

    [Theory]
    [InlineData("0|c|now|")]
    [InlineData("0|c|now|-")]
    [InlineData("0|c|now|- / 0|-|-|-")]
    [InlineData("0|c|now| / 0|-|-|")]
    [InlineData("0|c|now|  ")]
    [InlineData("0|c|now|\n / 0|-|-|\t")]
    [InlineData("0|c|now|{}")]
    [InlineData("0|c|now| / 0|-|-|{}")]
    [InlineData("0|c|now|{ / 0|-|-|}")]
    public void Arguments_ThatAreNone_AreAnEmptyObject(string fragments) => Check(fragments, "c|now|{}");

    [Theory]
    [InlineData("""0|a|f|{} / 1|b|g|{}""", "a|f|{}", "b|g|{}")]
    [InlineData("""0|a|f|{"x" / 1|b|g|{"y" / 0|-|-|:1} / 1|-|-|:2}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""1|b|g|{"y" / 0|a|f|{"x" / 1|-|-|:2} / 0|-|-|:1}""", """b|g|{"y":2}""", """a|f|{"x":1}""")]
    [InlineData("""1|a|f|{}""", "a|f|{}")]
    [InlineData("""1|a|f|{} / 2|b|g|{}""", "a|f|{}", "b|g|{}")]
    [InlineData("""3|a|f|{} / 1|b|g|{}""", "a|f|{}", "b|g|{}")]
    [InlineData("""-5|a|f|{"x" / -5|-|-|:1}""", """a|f|{"x":1}""")]
    [InlineData("""9223372036854775807|a|f|{"x" / 9223372036854775807|-|-|:1} / 0|b|g|{}""", """a|f|{"x":1}""", "b|g|{}")]
    [InlineData("""-9223372036854775808|a|f|{} / 900000000000|b|g|{}""", "a|f|{}", "b|g|{}")]
    [InlineData("""0|a|f|{} / 1|b|f|{} / 2|c|f|{} / 3|d|f|{}""", "a|f|{}", "b|f|{}", "c|f|{}", "d|f|{}")]
    public void Index_IsAKeyAndNoPosition(string fragments, params string[] expected) => Check(fragments, expected);

    [Theory]
    [InlineData("""~|a|f|{"x" / ~|-|-|:1}""", """a|f|{"x":1}""")]
    [InlineData("""~|a|f|{"x":1} / ~|b|g|{"y":2}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""~|a|f|{"x" / ~|-|-|:1} / ~|b|g|{"y" / ~|-|-|:2}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""~|a|f|{"x" / ~|a|-|:1}""", """a|f|{"x":1}""")]
    [InlineData("""~|a|f|{"x" / ~|a|f|:1}""", """a|f|{"x":1}""")]
    [InlineData("""~|a|f|{"x" / ~|b|g|{} / ~|a|-|:1}""", """a|f|{"x":1}""", "b|g|{}")]
    [InlineData("""~|a|f|{"x" / ~|b|g|{"y" / ~|-|-|:2} / ~|a|-|:1}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""~|-|f|{"x" / ~|-|-|:1}""", """*|f|{"x":1}""")]
    [InlineData("""~|-|f|{"x":1} / ~|-|f|{"x":2}""", """*|f|{"x":1}""", """*|f|{"x":2}""")]
    [InlineData("""~|-|f|{"x":1} / ~|-|g|{"y":2}""", """*|f|{"x":1}""", """*|g|{"y":2}""")]
    [InlineData("""~|-|f|{"x" / ~|-|f|:1}""", """*|f|{"x":1}""")]
    [InlineData("""~|a|f|{"x":1} / ~|a|g|{"y":2}""", """a|f|{"x":1}""", """*|g|{"y":2}""")]
    [InlineData("""~|a|f|{"x":1} / ~|a|f|{"y":2}""", """a|f|{"x":1}""", """*|f|{"y":2}""")]
    [InlineData("""~|-|-|{"x" / ~|-|-|:1}""", """*||{"x":1}""")]
    public void Index_Missing_AnIdTellsTheCallsApart(string fragments, params string[] expected) => Check(fragments, expected);

    [Theory]
    [InlineData("""0|a|f|{"x":1} / 0|b|g|{"y" / 0|-|-|:2}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""0|a|f|{"x":1} / 0|b|f|{"x":2} / 0|c|f|{"x":3}""", """a|f|{"x":1}""", """b|f|{"x":2}""", """c|f|{"x":3}""")]
    [InlineData("""0|a|f|{"x" / 0|b|g|{"y" / 0|a|-|:1} / 0|b|-|:2}""", """a|f|{"x":1}""", """b|g|{"y":2}""")]
    [InlineData("""0|a|f|{"x" / 0|a|f|:1}""", """a|f|{"x":1}""")]
    [InlineData("""0|a|f|{"x" / 0|a|-|:1}""", """a|f|{"x":1}""")]
    [InlineData("""0|a|f|{"x" / 0|a||:1}""", """a|f|{"x":1}""")]
    [InlineData("""0|-|f|{"x":1} / 0|-|f|{"x":2}""", """*|f|{"x":1}""", """*|f|{"x":2}""")]
    [InlineData("""0|-|f|{"x" / 0|-|f|:1}""", """*|f|{"x":1}""")]
    [InlineData("""0|-|f|{"x":1} / 0|-|f|""", """*|f|{"x":1}""")]
    public void Index_Shared_AnotherIdIsAnotherCall(string fragments, params string[] expected) => Check(fragments, expected);

    [Theory]
    [InlineData("""0|a|f|{"x":1} / 0|a|f|{"x":1}""")]
    [InlineData("""0|a|f|{"x" / 0|-|-|:1} / 0|a|f|{"x":1}""")]
    [InlineData("""~|a|f|{"x":1} / ~|a|f|{"x":1}""")]
    [InlineData("""0|a|f|{"x":1} / 0|a|-|{"x":1}""")]
    public void WholeCall_SentOnceMore_IsNoSecondCall(string fragments) => Check(fragments, """a|f|{"x":1}""");

    [Theory]
    [InlineData("""0|a|f|{} / 0|a|f|{"x":1}""", """a|f|{}{"x":1}!""")]
    [InlineData("""0|a|f|ab / 0|a|f|ab""", "a|f|abab!")]
    [InlineData("""0|a|f|[ / 0|a|f|[""", "a|f|[[!")]
    public void Fragment_ThatRepeatsWhatIsNotWhole_IsAppended(string fragments, string expected) => Check(fragments, expected);

    [Theory]
    [InlineData("""0|a|f|{"x":1} / 0|-|-| """)]
    [InlineData("0|a|f|{\"x\":1} / 0|-|-|\n")]
    [InlineData("""0|a|f|{"x":1} / 0|-|f| """)]
    [InlineData("""~|-|f|{"x":1} / ~|-|f|  """)]
    [InlineData("""~|a|f|{"x":1} / ~|a|f| """)]
    public void WhiteSpace_AfterWholeArguments_StartsNothing(string fragments)
    {
        var call = Assert.Single(Build(fragments));

        Assert.Equal("""{"x":1}""", call.Arguments.Trim());
        Assert.True(call.IsComplete);
    }

    [Theory]
    [InlineData("0||f|{} / 1||g|{}", 2)]
    [InlineData("0|-|f|{} / 1|-|g|{}", 2)]
    [InlineData("0|x|f|{} / 1|x|g|{} / 2|x|h|{}", 3)]
    [InlineData("0|call_local_0|f|{} / 1|-|g|{}", 2)]
    [InlineData("0|-|f|{} / 1|call_local_0|g|{}", 2)]
    [InlineData("0|call_local_1|f|{} / 1|-|g|{} / 2|-|h|{}", 3)]
    public void Ids_BlankOrRepeated_AreMadeUnique(string fragments, int count)
    {
        var ids = Build(fragments).Select(static call => call.Id).ToList();

        Assert.Equal(count, ids.Distinct().Count());
        Assert.DoesNotContain("", ids);
    }

    [Theory]
    [InlineData("call_abc")]
    [InlineData("toolu_bdrk_01")]
    [InlineData("functions.add:0")]
    [InlineData("0")]
    [InlineData("tool_add_é😀")]
    public void Id_OfAnyShape_StaysAsItIs(string id) => Check($"0|{id}|f|{{}}", $"{id}|f|{{}}");

    [Theory]
    [InlineData("""{"x":1}""", true)]
    [InlineData(""" {"x":1} """, true)]
    [InlineData("[1]", true)]
    [InlineData("12", true)]
    [InlineData("\"text\"", true)]
    [InlineData("""{"x":1""", false)]
    [InlineData("""{"x":1}}""", false)]
    [InlineData("""{"x":1}{""", false)]
    [InlineData("""{"x":1}{"x":2}""", false)]
    [InlineData("""{"x":}""", false)]
    [InlineData("""{'x':1}""", false)]
    [InlineData("""{"x":1,}""", false)]
    [InlineData("// {}", false)]
    [InlineData("nul", false)]
    [InlineData("\"open", false)]
    public void Call_IsComplete_OnlyWithOneWholeValue(string arguments, bool expected)
        => Assert.Equal(expected, Assert.Single(Build($"0|a|f|{arguments}")).IsComplete);

    [Theory]
    [InlineData("1", "2", "12")]
    [InlineData("1", "0e2", "10e2")]
    [InlineData("\"a", "b\"", "\"ab\"")]
    public void Scalar_ThatLooksWhole_MayGoOn(string first, string second, string expected)
        => Check($"~|-|f|{first} / ~|-|f|{second}", $"*|f|{expected}");

    [Theory]
    [InlineData("""{"a":"}" / ,"b":1}""", """{"a":"}","b":1}""")]
    [InlineData("""{"a":"\"}" / }""", """{"a":"\"}"}""")]
    [InlineData("""{"a":"\\" / }""", """{"a":"\\"}""")]
    [InlineData("""{"a":[1] / }""", """{"a":[1]}""")]
    [InlineData("""{"a":{} / }""", """{"a":{}}""")]
    public void Brackets_InsideTheArguments_DoNotEndThem(string pieces, string expected)
        => Check(string.Join(" / ", pieces.Split(" / ").Select(static piece => "~|-|f|" + piece)), "*|f|" + expected);

    [Theory]
    [InlineData("""{"a":"\\"}""")]
    [InlineData("""{"a":"\""}""")]
    [InlineData("""{"a":"\\\""}""")]
    [InlineData("""{"a":"{["}""")]
    [InlineData("[{},[]]")]
    public void Arguments_ThatAreClosed_AreFollowedByAnotherCall(string arguments)
        => Check($"~|-|f|{arguments} / ~|-|f|{{\"b\":1}}", $"*|f|{arguments}", """*|f|{"b":1}""");

    [Theory]
    [InlineData("""{}"a""")]
    [InlineData("""{"a":1}]""")]
    public void Arguments_ThatAreDamaged_AreFollowedByNoOther(string arguments)
        => Check($"~|-|f|{arguments} / ~|-|f|{{\"b\":1}}", $"*|f|{arguments}{{\"b\":1}}!");

    [Fact]
    public void Arguments_CutInsideACharacter_AreWhole()
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.ToolCall(0, 0, "a", "f", "{\"x\":\"\ud83d");
        accumulator.ToolCall(0, 0, null, null, "\ude00\ud83d\"}");

        Assert.Equal("{\"x\":\"😀\uFFFD\"}", Assert.Single(accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls).Arguments);
    }

    [Fact]
    public void NameInEachFragment_CostsNoMoreThanItsLength()
    {
        var accumulator = new ChatAccumulator(1 << 26);
        accumulator.ToolCall(0, 0, null, "f", "{\"x\":\"");
        for (var i = 0; i < 100_000; i++)
        {
            accumulator.ToolCall(0, 0, null, "f", "}");
        }

        Assert.Equal(100_006, Assert.Single(accumulator.Snapshot(AnswerOutcome.InProgress).ToolCalls).Arguments.Length);
    }

    [Fact]
    public void BalancedArguments_ThatAreNoJson_AreLookedAtOnce()
    {
        var arguments = new ToolArguments();
        arguments.Append("{x}");

        Assert.False(arguments.IsClosed());
        arguments.Append("{\"x\":1}");
        Assert.False(arguments.IsClosed());
    }

    [Fact]
    public void ManyBlankIds_AreMadeUpInOneGo()
    {
        var accumulator = new ChatAccumulator(1 << 26);
        for (var i = 0; i < 20_000; i++)
        {
            accumulator.ToolCall(0, i, $"call_local_{i + 20_000}", "f", "{}");
            accumulator.ToolCall(0, i + 20_000, null, "f", "{}");
        }

        var calls = accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls;
        Assert.Equal(40_000, calls.Select(static call => call.Id).Distinct().Count());
    }

    private static void Check(string fragments, params string[] expected)
        => Assert.Equal(expected, Build(fragments).Select((call, at) =>
            $"{(expected.ElementAtOrDefault(at)?.StartsWith('*') == true ? "*" : call.Id)}|{call.Name}|{call.Arguments}{(call.IsComplete ? "" : "!")}"));

    private static IReadOnlyList<ToolCall> Build(string fragments)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        foreach (var fragment in fragments.Split(" / "))
        {
            var parts = fragment.Split('|', 4);
            accumulator.BeginChunk();
            accumulator.ToolCall(0, parts[0] == "~" ? null : long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Given(parts[1]), Given(parts[2]), Given(parts[3]));
            accumulator.EndChunk();
        }

        return accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls;
    }

    private static string? Given(string text) => text == "-" ? null : text;
}
