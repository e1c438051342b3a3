using System.Globalization;
using OpenRouter.Benchmarks.Goals;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>
/// A Markdown table with a column for each thing that is read or written and a row for each contender. A cell has the time as a
/// ratio to the first contender, the expert, then the best time; the bytes allocated as a ratio, then themselves.
/// </summary>
/// <param name="output">Where it goes.</param>
/// <param name="unit">What time and bytes are divided by.</param>
/// <param name="isLarge">Whether times are microseconds and bytes kilobytes, instead of nanoseconds and bytes.</param>
/// <param name="measure">How goals name what is measured; null when there are none.</param>
/// <param name="results">Keeps the ratios for the goals.</param>
internal sealed class Table(TextWriter output, string unit, bool isLarge = false, string? measure = null, Results? results = null)
{
    private readonly List<string> _columns = [];
    private readonly List<string> _contenders = [];
    private readonly List<List<string>> _cells = [];

    /// <summary>Adds a column.</summary>
    public void Add(string column, IReadOnlyList<Measurement> measurements)
    {
        _columns.Add(column);
        var expert = measurements[0];
        for (var i = 0; i < measurements.Count; i++)
        {
            if (_columns.Count == 1)
            {
                _contenders.Add(measurements[i].Contender);
                _cells.Add([]);
            }

            var time = Measurement.Ratio(measurements[i].Nanoseconds, expert.Nanoseconds);
            var bytes = Measurement.Ratio(measurements[i].Bytes, expert.Bytes);
            results?.Set($"{measure}, {column}, time", measurements[i].Contender, time);
            results?.Set($"{measure}, {column}, bytes", measurements[i].Contender, bytes);
            var scale = isLarge ? 1000 : 1;
            _cells[i].Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{time:F2} · {measurements[i].Nanoseconds.Min() / scale:F0} · {bytes:F3} · {Measurement.Median(measurements[i].Bytes) / scale:F0}"));
        }
    }

    public void Print(string title)
    {
        output.WriteLine();
        output.WriteLine("### " + title);
        output.WriteLine();
        output.WriteLine($"{(isLarge ? "Microseconds and kilobytes" : "Nanoseconds and bytes")} {unit}: time as a ratio to the expert · best time · bytes as a ratio · bytes.");
        output.WriteLine();
        output.WriteLine($"| contender | {string.Join(" | ", _columns)} |");
        output.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---|", _columns.Count)));
        for (var i = 0; i < _contenders.Count; i++)
        {
            output.WriteLine($"| {_contenders[i]} | {string.Join(" | ", _cells[i])} |");
        }

        output.Flush();
    }
}
