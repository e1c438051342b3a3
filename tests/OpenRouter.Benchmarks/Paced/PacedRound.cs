using System.Globalization;
using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;

namespace OpenRouter.Benchmarks.Paced;

/// <summary>What one contender cost in one round of paced streams.</summary>
/// <param name="CpuMicroseconds">Processor time of the process, a chunk.</param>
/// <param name="Bytes">Bytes allocated a chunk.</param>
/// <param name="P50">The median age of a content when the loop saw it, in microseconds.</param>
/// <param name="P99">The age of the slowest hundredth.</param>
internal sealed record PacedRound(double CpuMicroseconds, double Bytes, double? P50, double? P99)
{
    public const int Streams = 200;

    public static async Task<PacedRound> RunAsync(IContender contender, HttpMessageHandler handler, Uri server, int chunks)
    {
        var address = new Uri(server, string.Create(CultureInfo.InvariantCulture, $"paced/{chunks}/"));
        var count = Streams * chunks;
        var latencies = new LatencyLog(count);
        var tallies = Enumerable.Range(0, Streams).Select(_ => new Tally(latencies: latencies)).ToArray();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var used = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(tallies.Select(tally => Task.Run(() => contender.ReadAsync(handler, address, tally))));
        var cpu = Environment.CpuUsage.TotalTime - used;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        foreach (var tally in tallies)
        {
            Check(contender, tally.Result, chunks);
        }

        return new PacedRound(cpu.TotalMicroseconds / count, (double)bytes / count, latencies.MicrosecondsAt(0.5), latencies.MicrosecondsAt(0.99));
    }

    // A contender that counts lines has no text; all others must have had all of it.
    private static void Check(IContender contender, ReadResult result, int chunks)
    {
        var expected = (chunks - 2) * PacedStream.ContentLength;
        if (result.TextLength != expected && result.Lines != (2 * chunks) + 2)
        {
            throw new InvalidOperationException($"{contender.Name} read {result} of a paced stream whose text has {expected} characters.");
        }
    }
}
