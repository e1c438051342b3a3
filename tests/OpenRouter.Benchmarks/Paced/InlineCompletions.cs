using OpenRouter.Benchmarks.Loopback;

namespace OpenRouter.Benchmarks.Paced;

/// <summary>
/// The switch by which a process of .NET lets the thread that polls sockets run what waits for them. It is read once, so that
/// the table of paced streams is printed by a process of its own.
/// </summary>
internal static class InlineCompletions
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Whether this process has them.</summary>
    public static bool On => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>The lines that a process with inline completions prints for some words.</summary>
    public static async IAsyncEnumerable<string> LinesOfAsync(params string[] words)
    {
        using var process = OwnProcess.Start(Variable, words);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            yield return line;
        }

        await process.WaitForExitAsync(limit.Token);
    }
}
