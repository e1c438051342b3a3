using System.Diagnostics;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>
/// Times subjects in turn within each round, so that a machine whose speed drifts slows all of them. Ratios are medians of
/// the ratios within the rounds; absolute times are only for orientation.
/// </summary>
internal static class Rounds
{
    public const int Count = 9;

    // The compiler optimises in the background, late when the machine is busy: two rounds at least, and this long.
    private const int WarmUps = 2;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs all rounds.</summary>
    /// <param name="subjects">Who is timed, in the order of the table.</param>
    /// <param name="runs">Runs of each in a round; enough for some milliseconds.</param>
    /// <param name="units">Units in a run, such as chunks, by which time and bytes are divided.</param>
    /// <param name="waits">Whether a run waits for another process. Else its processor time is its time, whatever else the machine does meanwhile.</param>
    public static async Task<List<Measurement>> RunAsync(IReadOnlyList<Subject> subjects, int runs, int units, bool waits = false)
    {
        var results = subjects.Select(static subject => new Measurement(subject.Name, [], [])).ToList();
        var started = Stopwatch.GetTimestamp();
        for (var warmUp = 0; warmUp < WarmUps || Stopwatch.GetElapsedTime(started) < WarmUp; warmUp++)
        {
            foreach (var subject in subjects)
            {
                await TimeAsync(subject, runs, waits);
            }
        }

        for (var round = 0; round < Count; round++)
        {
            for (var i = 0; i < subjects.Count; i++)
            {
                var (nanoseconds, bytes) = await TimeAsync(subjects[i], runs, waits);
                results[i].Nanoseconds.Add(nanoseconds / units);
                results[i].Bytes.Add(bytes / units);
            }
        }

        return results;
    }

    private static async Task<(double Nanoseconds, double Bytes)> TimeAsync(Subject subject, int runs, bool waits)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Now(waits);
        for (var run = 0; run < runs; run++)
        {
            await subject.RunAsync();
        }

        var elapsed = Now(waits) - started;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (elapsed.TotalNanoseconds / runs, (double)bytes / runs);
    }

    private static TimeSpan Now(bool waits) => waits ? Stopwatch.GetElapsedTime(0) : Environment.CpuUsage.TotalTime;
}
