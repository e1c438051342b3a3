using System.Globalization;

namespace HighVolume.Measuring;

/// <summary>The figures for people.</summary>
internal static class Table
{
    public static void Write(IEnumerable<Figures> all, TextWriter output)
    {
        output.WriteLine("way        whole  cut  failed  streams/s  kB/s   first token p50/p95/p99   stream p50/p95/p99 ms   heap MB");
        foreach (var figures in all)
        {
            var count = figures.Completed + figures.CutOff + figures.Failed;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Way,-9} {figures.Completed,6} {figures.CutOff,4} {figures.Failed,7} {count / Math.Max(figures.Seconds, 0.001),10:0} {figures.Bytes / 1e3 / Math.Max(figures.Seconds, 0.001),5:0}   {Text(figures.FirstToken),23}   {Text(figures.Duration),21} {figures.PeakHeap / 1e6,9:0}"));
        }
    }

    private static string Text(Percentiles of) => string.Create(CultureInfo.InvariantCulture, $"{of.P50:0}/{of.P95:0}/{of.P99:0}");
}
