using System.Globalization;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Start;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>The first content in a fresh process, from the moment it was started.</summary>
internal static class StartTable
{
    private const int Starts = 15;

    public static async Task PrintAsync(TextWriter output)
    {
        // Floor A delivers no content, hence has no first one.
        var contenders = AllContenders.OfStreams;
        var timed = Enumerable.Range(0, contenders.Count).Where(i => contenders[i] is not Contenders.Floors.LineFeedFloor).ToArray();
        var results = timed.ToDictionary(static i => i, static _ => new List<StartTime>());
        for (var start = -1; start < Starts; start++)
        {
            foreach (var i in timed)
            {
                var time = await StartTime.MeasureAsync(i);
                if (start >= 0)
                {
                    results[i].Add(time);
                }
            }
        }

        output.WriteLine();
        output.WriteLine($"### First content in a fresh process (JIT), {Starts} starts each in turn");
        output.WriteLine();
        output.WriteLine("| contender | ratio to expert | ms (median) | ms (best) | methods compiled | ms compiling (median) |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var i in timed)
        {
            var milliseconds = Milliseconds(results[i]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {Measurement.Ratio(milliseconds, Milliseconds(results[0])):F2} | {Measurement.Median(milliseconds):F1} | {milliseconds.Min():F1} | {results[i][0].Methods} | {Measurement.Median(results[i].Select(static time => time.Compiling)):F1} |"));
        }

        output.Flush();
    }

    private static double[] Milliseconds(List<StartTime> times) => [.. times.Select(static time => time.Milliseconds)];
}
