namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SplitCountTests(ITestOutputHelper output)
{
    [Fact]
    public void Splits_OfAllVectors_AreMoreThanThirtyThousandAndAllRight()
    {
        var runs = SseVector.All.Sum(static vector => vector.LineEnds.Sum(end => VectorSplits.Run(vector, end)));

        output.WriteLine($"{SseVector.All.Length} vectors, {SseVector.All.Sum(static vector => vector.LineEnds.Count)} bodies, {runs} split runs");
        Assert.InRange(SseVector.All.Length, 350, 1000);
        Assert.InRange(runs, 30_000, int.MaxValue);
    }
}
