using System.Globalization;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>What the rules said about one folder, and what it cost.</summary>
internal sealed record SweepResult(
    string Folder,
    int Files,
    int Lines,
    TimeSpan Elapsed,
    IReadOnlyDictionary<string, TimeSpan> Times,
    IReadOnlyList<Diagnostic> Findings,
    IReadOnlyList<string> Crashes)
{
    public TimeSpan RuleTime => new(Times.Values.Sum(time => time.Ticks));

    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(Folder)}: {Files} files, {Lines} lines, {Elapsed.TotalSeconds:F1} s with binding, {RuleTime.TotalSeconds:F2} s in the rules = {RuleTime.TotalMilliseconds / Lines * 10_000:F1} ms a 10,000 lines; {Findings.Count} findings{Counts()}, {Crashes.Count} crashes");

    public async Task WriteAsync(TextWriter output)
    {
        foreach (var crash in Crashes)
        {
            await output.WriteLineAsync("CRASH " + crash);
        }

        foreach (var finding in Findings)
        {
            var place = finding.Location.GetLineSpan();
            var text = finding.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim();
            await output.WriteLineAsync($"{finding.Id} {finding.Severity} {place.Path}({place.StartLinePosition.Line + 1}): {finding.GetMessage(CultureInfo.InvariantCulture)}\n    {text}");
        }
    }

    private string Counts()
    {
        var groups = Findings.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key + " " + group.Count().ToString(CultureInfo.InvariantCulture));
        return Findings.Count == 0 ? "" : " (" + string.Join(", ", groups) + ")";
    }
}
