using OpenRouter.Runtime.Tests.Accumulation.Vectors;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>The reasoning to show: the string and the details of a chunk say the same, and it is shown once.</summary>
public sealed class ReasoningTextTests
{
    public static TheoryData<string, string[]> Shown => new(ReasoningTextVectors.Shown);

    public static TheoryData<string, string[]> Repeated => new(ReasoningTextVectors.Repeated);

    [Theory]
    [MemberData(nameof(Shown))]
    public void Reasoning_IsShownOnce(string expected, string[] deltas) => Assert.Equal(expected, Told.Deltas(deltas).Reasoning);

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Details_ThatRepeatTheWholeOfWhatWasShown_AreNotShownAgain(string expected, string[] deltas)
        => Assert.Equal(expected, Told.Deltas(deltas).Reasoning);

    [Fact]
    public void Reasoning_CutInsideACharacter_IsWhole()
    {
        var accumulator = new OpenRouter.Runtime.Streaming.ChatAccumulator(Told.Ample);
        foreach (var piece in (string[])["a\ud83d", "\ude00", "\ud83d"])
        {
            accumulator.Reasoning(0, piece);
            accumulator.EndChunk();
        }

        Assert.Equal("a😀\uFFFD", accumulator.Snapshot(OpenRouter.Runtime.Streaming.AnswerOutcome.Completed).Reasoning);
    }
}
