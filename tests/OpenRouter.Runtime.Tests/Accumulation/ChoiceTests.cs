using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Several choices in one answer: none mixes with another, and none is lost.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public void OneChoice_IsTheAnswerAndTheOnlyOne()
    {
        var answer = Told.Deltas("""{"content":"a"}""");

        Assert.Empty(answer.OtherChoices);
        var choice = Assert.Single(answer.Choices);
        Assert.Equal((0L, "a", (long?)0), (choice.Index, choice.Text, answer.ChoiceIndex));
    }

    [Fact]
    public void NoChoice_IsNone()
    {
        var answer = new ChatAccumulator(Told.Ample).Snapshot(AnswerOutcome.Interrupted);

        Assert.Null(answer.ChoiceIndex);
        Assert.Empty(answer.Choices);
        Assert.Equal(AnswerOutcome.Interrupted, answer.Outcome);
    }

    [Theory]
    [InlineData("0a 1b 0c 1d", "0:ac 1:bd")]
    [InlineData("1b 0a 1d 0c", "0:ac 1:bd")]
    [InlineData("2c 1b 3d", "1:b 2:c 3:d")]
    [InlineData("5a", "5:a")]
    public void Text_Interleaved_StaysApart(string pieces, string expected)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        foreach (var piece in pieces.Split(' '))
        {
            accumulator.BeginChunk();
            accumulator.Choice(piece[0] - '0', null, null);
            accumulator.Text(piece[0] - '0', piece[1..]);
            accumulator.EndChunk();
        }

        var answer = accumulator.Snapshot(AnswerOutcome.Completed);
        Assert.Equal(expected, string.Join(' ', answer.Choices.Select(static choice => $"{choice.Index}:{choice.Text}")));
        Assert.Equal(answer.Choices[0].Text, answer.Text);
        Assert.Equal(answer.Choices.Skip(1), answer.OtherChoices);
    }

    [Theory]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(-1, 0)]
    [InlineData(0, 4_000_000_000)]
    public void Index_IsANameAndSizesNothing(long low, long high)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.Text(high, "high");
        accumulator.Text(low, "low");

        var answer = accumulator.Snapshot(AnswerOutcome.Completed);
        Assert.Equal((low, "low"), (answer.ChoiceIndex, answer.Text));
        Assert.Equal((high, "high"), (answer.OtherChoices[0].Index, answer.OtherChoices[0].Text));
    }

    [Fact]
    public void EveryMember_OfAnotherChoice_IsKept()
    {
        const string Rich = """
            {"index":1,"finish_reason":"tool_calls","native_finish_reason":"tool_use","logprobs":{"content":[1]},"delta":{"content":"t","reasoning":"r","refusal":"no",
            "reasoning_details":[{"type":"x"}],"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}],"images":[{"a":1}],"annotations":[{"b":1}],"audio":{"id":"au","data":"aGkh"}}}
            """;
        var choice = Assert.Single(Told.Chunks(Told.Ample, $$$"""{"choices":[{"index":0,"delta":{"content":"0"}},{{{Rich}}}]}""").Snapshot(AnswerOutcome.Completed).OtherChoices);

        Assert.Equal(("t", "r", "no", "tool_calls", "tool_use"), (choice.Text, choice.Reasoning, choice.Refusal, choice.FinishReason, choice.NativeFinishReason));
        Assert.Equal(new ToolCall("c", "f", "{}", true), Assert.Single(choice.ToolCalls));
        Assert.Equal(("au", 3), (choice.Audio!.Id, choice.Audio.Data.Length));
        Assert.Equal([1, 1, 1, 1], [choice.ReasoningDetails.Count, choice.Images.Count, choice.Annotations.Count, choice.Logprobs!.Content.Count]);
    }

    [Theory]
    [InlineData("stop", "stop", true, false)]
    [InlineData("stop", null, false, false)]
    [InlineData(null, "stop", false, false)]
    [InlineData("stop", "error", true, true)]
    [InlineData("error", "stop", true, true)]
    public void Finish_NeedsEachChoice(string? first, string? second, bool isFinished, bool isError)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.Choice(0, first, null);
        accumulator.Choice(1, second, "native");

        Assert.Equal((isFinished, isError), (accumulator.IsFinished, accumulator.FinishedWithError));
    }

    [Fact]
    public void ChunkText_OfSeveralChoices_IsThatOfTheLowest()
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.BeginChunk();
        accumulator.Text(1, "b");
        accumulator.Text(0, "a");
        accumulator.Text(1, "b");
        accumulator.Text(0, "A");

        Assert.Equal("aA", accumulator.Facts.Text);
    }

    [Theory]
    [InlineData(ChoiceAssembly.MaxCount, false)]
    [InlineData(ChoiceAssembly.MaxCount + 1, true)]
    public void Choices_AreBounded(int count, bool isTooLarge)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        for (var index = 0; index < count; index++)
        {
            accumulator.Choice(index, "stop", null);
        }

        Assert.Equal(isTooLarge, accumulator.IsTooLarge);
        Assert.Equal(ChoiceAssembly.MaxCount, accumulator.Snapshot(AnswerOutcome.Completed).Choices.Count);
    }
}
