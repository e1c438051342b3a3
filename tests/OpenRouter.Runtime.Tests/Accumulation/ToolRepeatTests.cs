using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Fragments that say again what was said: only an id that was said too makes them a repetition.</summary>
public sealed class ToolRepeatTests
{
    private readonly ChatAccumulator _accumulator = new(Told.Ample);

    [Fact]
    public void Arguments_SaidAgainWithoutIdAndName_AreMoreArguments()
    {
        _accumulator.ToolCall(0, 0, null, "f", "{}");
        _accumulator.ToolCall(0, 0, null, null, "{}");

        var call = Assert.Single(_accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls);
        Assert.Equal(("f", "{}{}", false), (call.Name, call.Arguments, call.IsComplete));
    }

    [Fact]
    public void Arguments_SaidAgainWithTheFirstName_AreMoreArguments()
    {
        _accumulator.ToolCall(0, 0, null, null, "{}");
        _accumulator.ToolCall(0, 0, null, "f", "{}");

        var call = Assert.Single(_accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls);
        Assert.Equal(("f", "{}{}", false), (call.Name, call.Arguments, call.IsComplete));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    public void Calls_ThatAreAlikeAndHaveNoId_AreTwo(long? index)
    {
        _accumulator.ToolCall(0, index, null, "f", """{"x":1}""");
        _accumulator.ToolCall(0, index, null, "f", """{"x":1}""");

        Assert.Equal(
            [new ToolCall("call_local_0", "f", """{"x":1}""", true), new ToolCall("call_local_1", "f", """{"x":1}""", true)],
            _accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls);
    }

    [Fact]
    public void Answer_WithoutToolCalls_HasNone()
    {
        _accumulator.Text(0, "Hi");

        Assert.Empty(_accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls);
    }

    [Theory]
    [InlineData("length", false)]
    [InlineData("tool_calls", true)]
    [InlineData("stop", true)]
    [InlineData(null, true)]
    public void Call_WithoutArguments_IsWholeUnlessTheAnswerWasCut(string? finish, bool isComplete)
    {
        _accumulator.Choice(0, finish, null);
        _accumulator.ToolCall(0, 0, "a", "f", " ");

        Assert.Equal([new ToolCall("a", "f", "{}", isComplete)], _accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls);
        Assert.False(Assert.Single(_accumulator.Snapshot(AnswerOutcome.Interrupted).ToolCalls).IsComplete);
    }
}
