// Runs the tests once for each mutant of a report of Stryker and prints the score.
//   dotnet run Score.cs -- <report> <program of the tests> <lowest score> [filters of quick tests] [--then filters of slow tests] ...
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

var (report, program, lowest) = (args[0], args[1], double.Parse(args[2]));
string[] untested = ["Ignored", "CompileError"];
var phases = string.Join('\n', args[3..]).Split("\n--then\n").Select(static phase => phase.Split('\n')).ToArray();
using var document = JsonDocument.Parse(File.ReadAllText(report));
var mutants = document.RootElement.GetProperty("files").EnumerateObject()
    .SelectMany(static file => file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => (File: Path.GetFileName(file.Name), Mutant: mutant)))
    .Where(item => !untested.Contains(item.Mutant.GetProperty("status").GetString()))
    .ToArray();

// Other work on the machine makes tests slow, so a run is measured by the processor time that it takes.
var watch = Stopwatch.StartNew();
var limits = new TimeSpan[phases.Length];
for (var at = 0; at < phases.Length; at++)
{
    var (result, time) = Run("-1", phases[at], TimeSpan.FromMinutes(5));
    if (result != "survived")
    {
        Console.Error.WriteLine($"The tests fail without a mutant: {string.Join(' ', phases[at])}");
        return 2;
    }

    limits[at] = (time * 3) + TimeSpan.FromSeconds(2);
}

Console.WriteLine($"{mutants.Length} mutants, tests in {phases.Length} phases of at most {string.Join(" and ", limits.Select(static limit => $"{limit.TotalSeconds:F1} s"))}");
var results = new string[mutants.Length];
var next = -1;
Task.WaitAll([.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning))]);

foreach (var at in Enumerable.Range(0, mutants.Length).Where(at => results[at] != "killed"))
{
    Console.WriteLine(Describe(at));
}

foreach (var file in mutants.Zip(results).GroupBy(static item => item.First.File).OrderBy(static group => group.Key))
{
    Console.WriteLine($"{file.Key,-32} {file.Count(static item => item.Second != "survived"),4} of {file.Count()}");
}

var found = results.Count(static result => result != "survived");
var score = 100.0 * found / Math.Max(1, mutants.Length);
Console.WriteLine($"score {score:F1} %: {found} of {mutants.Length} found ({results.Count(static result => result == "hangs")} of them by a hang), in {watch.Elapsed.TotalMinutes:F1} min");
return score < lowest ? 1 : 0;

string Describe(int at)
{
    var (file, mutant) = mutants[at];
    var line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
    var replacement = string.Join(' ', mutant.GetProperty("replacement").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    return $"{results[at],-9} {file}:{line} {mutant.GetProperty("mutatorName").GetString()}: {replacement}";
}

void Work()
{
    for (var at = Interlocked.Increment(ref next); at < mutants.Length; at = Interlocked.Increment(ref next))
    {
        results[at] = "survived";
        for (var phase = 0; phase < phases.Length && results[at] == "survived"; phase++)
        {
            results[at] = Run(mutants[at].Mutant.GetProperty("id").GetString()!, phases[phase], limits[phase]).Result;
        }

        Console.Error.WriteLine(results[at] == "killed" ? $"{at + 1} killed" : $"{at + 1} {Describe(at)}");
    }
}

(string Result, TimeSpan Time) Run(string mutant, string[] filters, TimeSpan limit)
{
    var start = new ProcessStartInfo(program, ["-stopOnFail", "-noColor", "-maxThreads", "1", .. filters]) { RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "ACTIVE_MUTANT";
    start.Environment["ACTIVE_MUTANT"] = mutant;
    using var process = Process.Start(start)!;
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    var (time, idle) = (TimeSpan.Zero, 0);
    while (!process.WaitForExit(TimeSpan.FromMilliseconds(250)))
    {
        var now = Time(process, time);
        idle = now - time < TimeSpan.FromMilliseconds(2) ? idle + 1 : 0;
        time = now;
        if (time > limit || idle > 24)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return ("hangs", time);
        }
    }

    return (process.ExitCode == 0 ? "survived" : "killed", time);
}

static TimeSpan Time(Process process, TimeSpan before)
{
    try
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
    catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
    {
        return before;
    }
}
