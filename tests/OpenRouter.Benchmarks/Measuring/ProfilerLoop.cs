using System.Diagnostics;
using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>One contender on one body, again and again, for a profiler to look at.</summary>
internal static class ProfilerLoop
{
    private const int Chunks = 20_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string contenderName, string bodyName, string way)
    {
        var contender = AllContenders.OfStreams.First(item => item.Name.Contains(contenderName, StringComparison.OrdinalIgnoreCase));
        var body = BodyKind.All.First(item => item.Name == bodyName).Write(Chunks);
        using var handler = new BodyHandler(body, way == "event" ? ReadingWay.EventByEvent : ReadingWay.Whole);
        var (started, runs) = (Stopwatch.GetTimestamp(), 0L);
        while (Stopwatch.GetElapsedTime(started) < Duration)
        {
            await contender.ReadAsync(handler, Verification.AnyAddress, new Tally(body.EveryField));
            runs++;
        }

        Console.WriteLine($"{contender.Name}, {body.Chunks} chunks: {Stopwatch.GetElapsedTime(started).TotalNanoseconds / runs / body.Chunks:F0} ns a chunk");
        return 0;
    }
}
