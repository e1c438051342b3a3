using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Accumulation.Vectors;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>What becomes of the fragments of tool calls; <see cref="ToolVectors"/> says how they are written.</summary>
public sealed class ToolFragmentTests
{
    public static TheoryData<string, string[]> Joined => new(ToolVectors.Joined);

    public static TheoryData<string> Empty => [.. ToolVectors.Empty];

    public static TheoryData<string, string[]> ByIndex => new(ToolVectors.ByIndex);

    public static TheoryData<string, string[]> WithoutIndex => new(ToolVectors.WithoutIndex);

    public static TheoryData<string, string[]> SharedIndex => new(ToolVectors.SharedIndex);

    public static TheoryData<string> Repeated => [.. ToolVectors.Repeated];

    public static TheoryData<string, string[]> Appended => new(ToolVectors.Appended);

    public static TheoryData<string, bool> Values => new(ToolVectors.Values);

    [Theory]
    [MemberData(nameof(Joined))]
    public void OneCall_InAnyFragments_IsJoined(string fragments, string[] expected) => Check(fragments, expected);

    [Theory]
    [MemberData(nameof(Empty))]
    public void Arguments_ThatAreNone_AreAnEmptyObject(string fragments) => Check(fragments, "c|now|{}");

    [Theory]
    [MemberData(nameof(ByIndex))]
    public void Index_IsAKeyAndNoPosition(string fragments, string[] expected) => Check(fragments, expected);

    [Theory]
    [MemberData(nameof(WithoutIndex))]
    public void Index_Missing_AnIdTellsTheCallsApart(string fragments, string[] expected) => Check(fragments, expected);

    [Theory]
    [MemberData(nameof(SharedIndex))]
    public void Index_Shared_AnotherIdIsAnotherCall(string fragments, string[] expected) => Check(fragments, expected);

    [Theory]
    [MemberData(nameof(Repeated))]
    public void WholeCall_SentOnceMore_IsNoSecondCall(string fragments) => Check(fragments, """a|f|{"x":1}""");

    [Theory]
    [MemberData(nameof(Appended))]
    public void Fragment_ThatRepeatsWhatIsNotWhole_IsAppended(string fragments, string[] expected) => Check(fragments, expected);

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
    [MemberData(nameof(Values))]
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

    private static void Check(string fragments, params string[] expected) => Assert.Equal(expected, ToolFragments.Print(Build(fragments), expected));

    private static IReadOnlyList<ToolCall> Build(string fragments) => ToolFragments.Build(fragments);
}
