using System.Globalization;
using OpenRouter.Benchmarks.Goals;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>The words after <c>table</c>: names of tables, all when there is none, and a number of chunks.</summary>
internal static class TableWords
{
    public static async Task<int> PrintAsync(string[] words)
    {
        int[] lengths = [1_000, 100_000];
        var names = new List<string>();
        foreach (var word in words)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var chunks) && chunks > 2)
            {
                lengths = [chunks];
            }
            else
            {
                names.Add(word);
            }
        }

        var output = Console.Out;
        var results = new Results();
        (string Name, Func<Task> PrintAsync)[] tables =
        [
            ("memory", () => MemoryTable.PrintAsync(output, lengths, results)),
            ("loopback", () => LoopbackTable.PrintAsync(output, lengths, results)),
            ("paced", () => PacedTable.PrintAsync(output, results)),
            ("inline", () => PacedTable.PrintInlineAsync(output, results)),
            ("requests", () => RequestTable.PrintAsync(output)),
            ("answers", () => AnswerTable.PrintAsync(output)),
            ("start", () => StartTable.PrintAsync(output)),
        ];
        if (names.Find(name => !tables.Any(table => table.Name == name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no table '{unknown}'; there are {string.Join(", ", tables.Select(static table => table.Name))}.");
            return 2;
        }

        output.WriteLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd}. Contenders take turns within each round; ratios are medians of the ratios within a round, compare rows of one run only.");
        foreach (var table in tables)
        {
            if (names.Count == 0 || names.Contains(table.Name))
            {
                await table.PrintAsync();
            }
        }

        GoalTable.Print(output, results);
        return 0;
    }
}
