using System.Diagnostics;

namespace OpenRouter.Benchmarks.Loopback;

/// <summary>This program, started once more with other words.</summary>
internal static class OwnProcess
{
    public static Process Start(params string[] words) => Start(variable: null, words);

    /// <param name="variable">A variable of the environment that is 1 there.</param>
    /// <param name="words">The words.</param>
    public static Process Start(string? variable, string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        if (variable is not null)
        {
            start.Environment[variable] = "1";
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program cannot be started once more.");
    }
}
