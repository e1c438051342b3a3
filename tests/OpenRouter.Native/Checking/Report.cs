using System.Globalization;

namespace OpenRouter.Native.Checking;

/// <summary>Runs the sections one after the other, a line each, and at last says what failed.</summary>
internal sealed class Report(TextWriter output)
{
    private const int MostFailures = 20;

    /// <summary>A ceiling for what hangs, not a wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<string> _failures = [];

    public int ExitCode => _failures.Count == 0 ? 0 : 1;

    public Task RunAsync(string name, Action<Section> run) => RunAsync(name, section => Task.Run(() => run(section)));

    public async Task RunAsync(string name, Func<Section, Task> run)
    {
        var section = new Section(name);
        try
        {
            await run(section).WaitAsync(Patience);
        }
        catch (Exception exception)
        {
            section.Fail("the section itself", exception);
        }

        string[] failures = [.. section.Failures];
        _failures.AddRange(failures);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {section.Runs:N0} runs {(failures.Length == 0 ? "ok" : $"and {failures.Length:N0} failures")}"));
    }

    public void End()
    {
        foreach (var failure in _failures.Take(MostFailures))
        {
            output.WriteLine(failure);
        }

        if (_failures.Count > MostFailures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {_failures.Count - MostFailures:N0} more"));
        }
    }
}
