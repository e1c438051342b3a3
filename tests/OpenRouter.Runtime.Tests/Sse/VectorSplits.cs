namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Runs a vector whole, in two pieces cut at each byte, byte by byte, and in pieces of chance.</summary>
internal static class VectorSplits
{
    private const int RandomSplits = 8;

    /// <summary>Compares each run with what the vector says; gives the number of runs.</summary>
    public static int Run(SseVector vector, string lineEnd)
    {
        var body = vector.Bytes(lineEnd);
        var expected = vector.Retry is { } retry ? [.. vector.Expected, SseRun.Retry(retry)] : vector.Expected;
        return Run(body, pieces => Assert.Equal(expected, SseRun.Parse(SseRun.NoLimits, pieces)));
    }

    /// <summary>Calls the check with each split; gives the number of splits.</summary>
    public static int Run(ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>[]> check)
    {
        var runs = 0;
        for (var at = 0; at <= body.Length; at++, runs++)
        {
            check(SseRun.Cut(body, at));
        }

        check(SseRun.Bytewise(body));
        var random = new Random(body.Length);
        for (var split = 0; split < RandomSplits; split++, runs++)
        {
            check(SseRun.Cut(body, [.. Enumerable.Range(0, split + 2).Select(_ => random.Next(body.Length + 1))]));
        }

        return runs + 1;
    }
}
