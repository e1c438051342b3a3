namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Each vector by its name, with every line end and in every split.</summary>
public sealed class SseVectorTests
{
    [Theory]
    [MemberData(nameof(SseVector.Names), MemberType = typeof(SseVector))]
    public void Vector_InAnySplit_GivesTheExpected(string name)
    {
        var vector = SseVector.Get(name);

        Assert.All(vector.LineEnds, end => VectorSplits.Run(vector, end));
    }
}
