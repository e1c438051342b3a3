using System.Globalization;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Contenders.Ours;

namespace OpenRouter.Benchmarks.Goals;

/// <summary>What is aimed at, beside what our contenders reached in this run. A goal that is met is bold.</summary>
internal static class GoalTable
{
    private static readonly IContender Chunks = new OurChunks();
    private static readonly IContender Values = new OurValues();
    private static readonly IContender Utf8 = new OurUtf8();

    /// <summary>What is measured, the most for chunks, and for values or text in UTF-8; null where nothing is aimed at.</summary>
    private static readonly (string Measure, double? Chunks, double? Values, double? Utf8)[] All =
    [
        ("memory, text, time", 0.22, 0.08, 0.05),
        ("memory, tools, time", 0.22, 0.08, null),
        ("memory, reasoning, time", 0.22, 0.08, null),
        ("event by event, text, time", 0.24, 0.10, null),
        ("memory, varied, every field read, time", 0.50, 0.40, null),
        ("memory, large, time", 0.35, 0.30, null),
        ("loopback, text, time", 0.35, 0.23, null),
        ("memory, text, bytes", 0.30, 0.04, 0.0),
        ("memory, tools, bytes", 0.30, 0.04, null),
        ("memory, reasoning, bytes", 0.30, 0.04, null),
        ("memory, varied, every field read, bytes", 0.52, 0.26, null),
        ("memory, large, bytes", 0.82, 0.72, null),
        ("paced, CPU", 0.98, 0.97, null),
        ("paced, bytes", 0.45, 0.27, null),
    ];

    public static void Print(TextWriter output, Results results)
    {
        var measured = All.Where(goal => results.Of(goal.Measure, Chunks.Name) is not null).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("### Goals, as ratios to the expert");
        output.WriteLine();
        output.WriteLine("| measure | chunks: goal | reached | values: goal | reached | text as UTF-8: goal | reached |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (measure, chunks, values, utf8) in measured)
        {
            output.WriteLine($"| {measure} | {Cells(results.Of(measure, Chunks.Name), chunks)} | {Cells(results.Of(measure, Values.Name), values)} | {Cells(results.Of(measure, Utf8.Name), utf8)} |");
        }

        output.Flush();
    }

    private static string Cells(double? ratio, double? limit)
    {
        if (ratio is not { } value || limit is not { } most)
        {
            return " | ";
        }

        // As exact as the goal is stated: 0.224 is 0.22.
        var text = value.ToString("F3", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{most} | {(Math.Round(value, 2) <= most ? $"**{text}**" : text)}");
    }
}
