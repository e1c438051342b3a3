using System.Globalization;
using System.Text.RegularExpressions;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Native;

/// <summary>A run of tests/OpenRouter.Native: the streaming tests in a program of its own.</summary>
/// <param name="Code">How the code came to be, as the program says it.</param>
/// <param name="Runs">How many runs each section had, of those in which all were right.</param>
/// <param name="Result">What it wrote.</param>
internal sealed partial record NativeRun(string Code, IReadOnlyDictionary<string, int> Runs, ProgramResult Result)
{
    /// <summary>The least that each section has: fewer mean that something was left out.</summary>
    public static IReadOnlyDictionary<string, int> Least { get; } = new Dictionary<string, int>
    {
        ["sse"] = 100_000,
        ["utf8"] = 20_000,
        ["endings"] = 50_000,
        ["accumulation"] = 400,
        ["retries"] = 200,
        ["clocks"] = 18,
        ["recovery"] = 70,
        ["events"] = 60,
        ["sockets"] = 20,
        ["batches"] = 12,
        ["shares"] = 12,
        ["relays"] = 100,
    };

    /// <summary>The recorded streams, which do not lie beside every copy of the repository.</summary>
    public static string? Recordings { get; } = FindRecordings();

    /// <summary>Runs a program, with the recorded streams where they are.</summary>
    public static async Task<NativeRun> OfAsync(string file, IEnumerable<string> arguments, CancellationToken token)
    {
        using var program = RunningProgram.Start(file, Recordings is null ? arguments : [.. arguments, Recordings], token);
        var result = await program.EndAsync();
        var runs = SectionPattern().Matches(result.Output).ToDictionary(
            static match => match.Groups[1].Value,
            static match => int.Parse(match.Groups[2].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        return new NativeRun(result.Output.Split('\n')[0].TrimEnd(), runs, result);
    }

    /// <summary>Fails unless every section was run and is right.</summary>
    public void AssertRight()
    {
        Assert.True(Result.ExitCode == 0, Result.Output + Result.Error);
        Assert.Equal("", Result.Error);
        Assert.All(Least, least => Assert.InRange(Runs[least.Key], least.Value, int.MaxValue));
        Assert.InRange(Runs.GetValueOrDefault("recordings"), Recordings is null ? 0 : 500, int.MaxValue);
    }

    private static string? FindRecordings()
    {
        for (var folder = new DirectoryInfo(BuildFacts.RepositoryRoot); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "streams");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(\w+) ([\d,]+) runs ok\r?$", RegexOptions.Multiline)]
    private static partial Regex SectionPattern();
}
