using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class ToolCallTests
{
    [Fact]
    public void Fragments_OfOneIndex_AreJoined()
        => Check(["c1|add|{\"a\":1}"], (0, "c1", "add", ""), (0, null, null, "{\"a\""), (0, null, null, ":1}"), (0, null, null, ""));

    [Fact]
    public void ParallelCalls_Interleaved_StayApart()
        => Check(["a|f|{\"x\":1}", "b|g|{\"y\":2}"], (0, "a", "f", "{\"x\""), (1, "b", "g", "{\"y\""), (0, null, null, ":1}"), (1, null, null, ":2}"));

    [Fact]
    public void Arguments_NeverSent_AreAnEmptyObject() => Check(["c|f|{}"], (0, "c", "f", null), (0, null, null, null));

    [Fact]
    public void Arguments_EmptyThenObject_AreJoined() => Check(["0|f|{}"], (0, "0", "f", ""), (0, null, null, "{}"));

    [Fact]
    public void Index_Missing_NewIdIsANewCall()
        => Check(["a|f|{\"x\":1}", "b|g|{}"], (null, "a", "f", "{\"x\""), (null, null, null, ":1}"), (null, "b", "g", "{}"));

    [Fact]
    public void Index_MissingAndIdRepeated_IsTheSameCall()
        => Check(["a|f|{\"x\":1}"], (null, "a", "f", "{\"x\""), (null, "a", null, ":1}"));

    [Fact]
    public void Index_MissingAndIdsTurnBack_FindTheirCall()
        => Check(["a|f|{\"x\":1}", "b|g|{}"], (null, "a", "f", "{\"x\""), (null, "b", "g", "{}"), (null, "a", null, ":1}"));

    [Fact]
    public void SameIndex_OtherId_IsAnotherCall()
        => Check(["a|f|{}", "b|g|{\"y\":1}"], (0, "a", "f", "{}"), (0, "b", "g", "{\"y\""), (0, null, null, ":1}"));

    [Fact]
    public void SameIdInEachFragment_IsOneCall()
        => Check(["a|f|{\"x\":1}"], (0, "a", "f", "{\"x\""), (0, "a", "f", ":1}"));

    [Fact]
    public void Ids_Empty_AreMadeUpAndUnique()
    {
        var calls = Build((0, "", "f", "{}"), (1, "", "g", "{}"));

        Assert.Equal(2, calls.Select(call => call.Id).Distinct().Count());
        Assert.DoesNotContain(calls, call => call.Id.Length == 0);
    }

    [Fact]
    public void Ids_Duplicate_AreMadeUnique()
    {
        var calls = Build((0, "x", "f", "{}"), (1, "x", "g", "{}"));

        Assert.Equal("x", calls[0].Id);
        Assert.NotEqual("x", calls[1].Id);
    }

    [Fact]
    public void Index_StartsAtOneWithGaps_IsAKey()
        => Check(["a|f|{}", "b|g|{}"], (1, "a", "f", "{}"), (900_000_000_000, "b", "g", "{}"));

    [Fact]
    public void WhiteSpace_AfterWholeArguments_IsNoSecondCall()
        => Assert.Single(Build((0, "a", "f", "{\"x\":1}"), (0, null, null, " \n")));

    [Fact]
    public void WholeCallsWithoutIdOrIndex_AreTwo()
        => Assert.Equal(["{\"x\":1}", "{\"x\":2}"], Build((null, null, "f", "{\"x\":1}"), (null, null, "f", "{\"x\":2}")).Select(call => call.Arguments));

    [Fact]
    public void Id_ArrivingLate_IsTaken() => Check(["a|f|{}"], (0, null, "f", ""), (0, "a", null, "{}"));

    [Theory]
    [InlineData("{\"a\":1}", "tool_calls", AnswerOutcome.Completed, true)]
    [InlineData("{\"a\":1}", null, AnswerOutcome.Completed, true)]
    [InlineData("{\"a\":", "length", AnswerOutcome.Completed, false)]
    [InlineData("", "length", AnswerOutcome.Completed, false)]
    [InlineData("", "tool_calls", AnswerOutcome.Completed, true)]
    [InlineData("{\"a\":1}", null, AnswerOutcome.Interrupted, false)]
    [InlineData("{\"a\":1}", "error", AnswerOutcome.Failed, false)]
    [InlineData("{\"a\":1}", null, AnswerOutcome.InProgress, false)]
    [InlineData("{} x", "stop", AnswerOutcome.Completed, false)]
    public void IsComplete_NeedsTheAnswerAndWholeArguments(string arguments, string? reason, AnswerOutcome outcome, bool expected)
    {
        var accumulator = new ChatAccumulator(1000);
        accumulator.Choice(0, reason, null);
        accumulator.ToolCall(0, 0, "a", "f", arguments);

        Assert.Equal(expected, Assert.Single(accumulator.Snapshot(outcome).ToolCalls).IsComplete);
    }

    [Fact]
    public void ManyCalls_CountAgainstTheLimit()
    {
        var accumulator = new ChatAccumulator(1000);
        for (var index = 0; index < 1000; index++)
        {
            accumulator.ToolCall(0, index, null, null, null);
        }

        Assert.True(accumulator.IsTooLarge);
        Assert.InRange(accumulator.Snapshot(AnswerOutcome.Failed).ToolCalls.Count, 1, 100);
    }

    private static void Check(string[] expected, params (long? Index, string? Id, string? Name, string? Arguments)[] fragments)
        => Assert.Equal(expected, Build(fragments).Select(call => $"{call.Id}|{call.Name}|{call.Arguments}"));

    private static IReadOnlyList<ToolCall> Build(params (long? Index, string? Id, string? Name, string? Arguments)[] fragments)
    {
        var accumulator = new ChatAccumulator(1 << 20);
        foreach (var (index, id, name, arguments) in fragments)
        {
            accumulator.BeginChunk();
            accumulator.Choice(0, null, null);
            accumulator.ToolCall(0, index, id, name, arguments);
            accumulator.EndChunk();
        }

        return accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls;
    }
}
