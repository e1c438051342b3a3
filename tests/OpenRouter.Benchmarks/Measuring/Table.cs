using System.Globalization;
using OpenRouter.Benchmarks.Goals;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>Prints measurements as a Markdown table with ratios to the first of the contenders, the expert.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="subject">What a row is about.</param>
/// <param name="unit">What time and bytes are divided by.</param>
/// <param name="measure">How goals name what is measured, before the row; null when there are none.</param>
/// <param name="results">Keeps the ratios for the goals.</param>
internal sealed class Table(TextWriter output, string subject, string unit, string? measure = null, Results? results = null)
{
    public void PrintHeader(string title)
    {
        output.WriteLine();
        output.WriteLine("### " + title);
        output.WriteLine();
        output.WriteLine($"| {subject} | contender | time, ratio to expert | ns {unit} (best) | ns {unit} (median) | bytes, ratio to expert | bytes {unit} |");
        output.WriteLine("|---|---|---|---|---|---|---|");
    }

    public void Print(string row, IReadOnlyList<Measurement> measurements)
    {
        var expert = measurements[0];
        foreach (var measurement in measurements)
        {
            var time = Measurement.Ratio(measurement.Nanoseconds, expert.Nanoseconds);
            var bytes = Measurement.Ratio(measurement.Bytes, expert.Bytes);
            results?.Set($"{measure}, {row}, time", measurement.Contender, time);
            results?.Set($"{measure}, {row}, bytes", measurement.Contender, bytes);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row} | {measurement.Contender} | {time:F2} | {measurement.Nanoseconds.Min():F0} | {Measurement.Median(measurement.Nanoseconds):F0} | {bytes:F3} | {Measurement.Median(measurement.Bytes):F0} |"));
        }

        output.Flush();
    }
}
