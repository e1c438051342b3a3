using System.Diagnostics;
using System.Globalization;
using OpenRouter.Benchmarks.Loopback;

namespace OpenRouter.Benchmarks.Start;

/// <summary>What a fresh start of this program took, by the clock that processes of one machine share.</summary>
/// <param name="Milliseconds">From before the start to the first content.</param>
/// <param name="Methods">How many methods were compiled to read the whole stream.</param>
/// <param name="Compiling">How long that took, in milliseconds.</param>
internal sealed record StartTime(double Milliseconds, long Methods, double Compiling)
{
    public static async Task<StartTime> MeasureAsync(int contender)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = OwnProcess.Start("first-chunk", contender.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (line ?? "").Split(' ') is [var first, var methods, var compiling]
            ? new(
                Stopwatch.GetElapsedTime(started, long.Parse(first, CultureInfo.InvariantCulture)).TotalMilliseconds,
                long.Parse(methods, CultureInfo.InvariantCulture),
                TimeSpan.FromTicks(long.Parse(compiling, CultureInfo.InvariantCulture)).TotalMilliseconds)
            : throw new InvalidOperationException($"The process that was started printed '{line}'.");
    }
}
