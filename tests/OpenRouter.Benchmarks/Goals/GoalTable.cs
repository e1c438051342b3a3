using System.Globalization;
using OpenRouter.Benchmarks.Contenders;

namespace OpenRouter.Benchmarks.Goals;

/// <summary>What is aimed at, beside what our contenders reached in this run. A goal that is met is bold.</summary>
internal static class GoalTable
{
    private static readonly (string Measure, double Limit)[] All =
    [
        ("memory, text, time", 0.07),
        ("memory, tools, time", 0.06),
        ("memory, reasoning, time", 0.06),
        ("memory, large, time", 0.32),
        ("memory, varied, every field read, time", 0.40),
        ("event by event, text, time", 0.09),
        ("loopback, text, time", 0.23),
        ("loopback, large, time", 0.50),
        ("loopback, varied, time", 0.55),
        ("memory, text, bytes", 0.036),
        ("memory, tools, bytes", 0.02),
        ("memory, reasoning, bytes", 0.02),
        ("memory, varied, bytes", 0.26),
        ("memory, large, bytes", 0.72),
        ("paced, CPU", 0.97),
        ("paced, inline completions, CPU", 0.87),
        ("paced, bytes", 0.27),
        ("paced, p50", 0.85),
    ];

    public static void Print(TextWriter output, Results results)
    {
        var measured = All.Where(goal => AllContenders.Ours.Any(name => results.Of(goal.Measure, name) is not null)).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("### Goals, as ratios to the expert");
        output.WriteLine();
        output.WriteLine($"| measure | goal | {string.Join(" | ", AllContenders.Ours)} |");
        output.WriteLine("|---|---|" + string.Concat(Enumerable.Repeat("---|", AllContenders.Ours.Count)));
        foreach (var (measure, limit) in measured)
        {
            var cells = AllContenders.Ours.Select(name => Cell(results.Of(measure, name), limit));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measure} | {limit} | {string.Join(" | ", cells)} |"));
        }

        output.Flush();
    }

    private static string Cell(double? ratio, double limit)
    {
        if (ratio is not { } value)
        {
            return "–";
        }

        var text = value.ToString("F3", CultureInfo.InvariantCulture);
        return value <= limit ? $"**{text}**" : text;
    }
}
