using System.Diagnostics;
using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>
/// Times contenders in turn within each round, so that a machine whose speed drifts slows all of them. Ratios are medians of
/// the ratios within the rounds; absolute times are only for orientation.
/// </summary>
internal static class Rounds
{
    public static async Task<List<Measurement>> RunAsync(StreamBody body, IReadOnlyList<IContender> contenders, int rounds)
    {
        foreach (var contender in contenders)
        {
            await VerifyAsync(body, contender);
        }

        var results = contenders.Select(static contender => new Measurement(contender.Name, [], [])).ToList();
        for (var round = -2; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var (nanoseconds, bytes) = await TimeAsync(body, contenders[i]);
                if (round >= 0)
                {
                    results[i].Nanoseconds.Add(nanoseconds);
                    results[i].Bytes.Add(bytes);
                }
            }
        }

        return results;
    }

    private static async Task VerifyAsync(StreamBody body, IContender contender)
    {
        using var handler = new BodyHandler(body.Bytes);
        var result = await contender.ReadAsync(handler);
        if (result != body.Expected)
        {
            throw new InvalidOperationException($"{contender.Name} read {result} instead of {body.Expected} from the body {body.Name}.");
        }
    }

    private static async Task<(double Nanoseconds, double Bytes)> TimeAsync(StreamBody body, IContender contender)
    {
        using var handler = new BodyHandler(body.Bytes);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        await contender.ReadAsync(handler);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (elapsed.TotalNanoseconds / body.Chunks, (double)bytes / body.Chunks);
    }
}
