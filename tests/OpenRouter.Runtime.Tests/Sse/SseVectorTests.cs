namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Each vector by its name, with every line end and in every split.</summary>
public sealed class SseVectorTests
{
    public static TheoryData<string> Names => [.. SseVector.All.Select(static vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Vector_InAnySplit_GivesTheExpected(string name)
    {
        var vector = SseVector.Get(name);

        Assert.All(vector.LineEnds, end => VectorSplits.Run(vector, end));
    }
}
