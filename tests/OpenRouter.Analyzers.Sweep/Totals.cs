using System.Globalization;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>The sum over all folders.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, int> _findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TimeSpan> _times = new(StringComparer.Ordinal);
    private long _lines;
    private int _files;

    public int Crashes { get; private set; }

    public void Add(SweepResult result)
    {
        _files += result.Files;
        _lines += result.Lines;
        Crashes += result.Crashes.Count;
        foreach (var finding in result.Findings)
        {
            _findings[finding.Id] = _findings.GetValueOrDefault(finding.Id) + 1;
        }

        foreach (var (analyzer, time) in result.Times)
        {
            _times[analyzer] = _times.GetValueOrDefault(analyzer) + time;
        }
    }

    public override string ToString()
    {
        var rules = new TimeSpan(_times.Values.Sum(time => time.Ticks));
        var slowest = _times.OrderByDescending(pair => pair.Value).Take(5).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.TotalSeconds:F2} s"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"all: {_files} files, {_lines} lines, {rules.TotalSeconds:F1} s in the rules = {rules.TotalMilliseconds / Math.Max(_lines, 1) * 10_000:F1} ms a 10,000 lines; findings: {string.Join(", ", _findings.Select(pair => $"{pair.Key} {pair.Value}"))}; {Crashes} crashes; slowest: {string.Join(", ", slowest)}");
    }
}
