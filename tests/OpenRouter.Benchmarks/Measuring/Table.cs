using System.Globalization;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>Prints measurements as a Markdown table with ratios to one of the contenders.</summary>
internal static class Table
{
    public static void PrintHeader(TextWriter output)
    {
        output.WriteLine("| body | contender | time, ratio to expert | ns a chunk (best) | bytes, ratio to expert | bytes a chunk |");
        output.WriteLine("|---|---|---|---|---|---|");
    }

    public static void Print(TextWriter output, string body, IReadOnlyList<Measurement> measurements, string reference)
    {
        var expert = measurements.Single(measurement => measurement.Contender == reference);
        foreach (var measurement in measurements)
        {
            var time = Measurement.Median(measurement.Nanoseconds.Zip(expert.Nanoseconds, static (own, other) => own / other));
            var bytes = Measurement.Median(measurement.Bytes.Zip(expert.Bytes, static (own, other) => own / other));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {body} | {measurement.Contender} | {time:F2} | {measurement.Nanoseconds.Min():F0} | {bytes:F2} | {Measurement.Median(measurement.Bytes):F0} |"));
        }
    }
}
