using System.Diagnostics;
using System.Globalization;
using OpenRouter.Benchmarks.Loopback;

namespace OpenRouter.Benchmarks.Start;

/// <summary>Starts this program anew and takes the time to its first content, by the clock that processes of one machine share.</summary>
internal static class StartTime
{
    public static async Task<double> MillisecondsAsync(int contender)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = OwnProcess.Start("first-chunk", contender.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return Stopwatch.GetElapsedTime(started, long.Parse(line ?? "", CultureInfo.InvariantCulture)).TotalMilliseconds;
    }
}
