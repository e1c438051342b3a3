using System.Diagnostics;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>
/// Times subjects in turn within each round, so that a machine whose speed drifts slows all of them. Ratios are medians of
/// the ratios within the rounds; absolute times are only for orientation.
/// </summary>
internal static class Rounds
{
    public const int Count = 9;
    private const int WarmUps = 2;

    /// <summary>Runs all rounds.</summary>
    /// <param name="subjects">Who is timed, in the order of the table.</param>
    /// <param name="runs">Runs of each in a round; enough for some milliseconds.</param>
    /// <param name="units">Units in a run, such as chunks, by which time and bytes are divided.</param>
    public static async Task<List<Measurement>> RunAsync(IReadOnlyList<Subject> subjects, int runs, int units)
    {
        var results = subjects.Select(static subject => new Measurement(subject.Name, [], [])).ToList();
        for (var round = -WarmUps; round < Count; round++)
        {
            for (var i = 0; i < subjects.Count; i++)
            {
                var (nanoseconds, bytes) = await TimeAsync(subjects[i], runs);
                if (round >= 0)
                {
                    results[i].Nanoseconds.Add(nanoseconds / units);
                    results[i].Bytes.Add(bytes / units);
                }
            }
        }

        return results;
    }

    private static async Task<(double Nanoseconds, double Bytes)> TimeAsync(Subject subject, int runs)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            await subject.RunAsync();
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (elapsed.TotalNanoseconds / runs, (double)bytes / runs);
    }
}
