using System.Diagnostics;
using System.Globalization;

namespace OpenRouter.Benchmarks.Native;

/// <summary>One run of a native program.</summary>
/// <param name="First">Milliseconds from the start of the process to the first chunk.</param>
/// <param name="Whole">Milliseconds from the start of the process to the end of the answer.</param>
/// <param name="PeakMegabytes">The most memory it held.</param>
internal readonly record struct NativeRun(double First, double Whole, double PeakMegabytes)
{
    /// <summary>Runs a program: it tells its moments, and waits to be looked at.</summary>
    public static async Task<NativeRun> MakeAsync(string path, string address)
    {
        var start = new ProcessStartInfo(path, address) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        var moments = (line ?? "").Split(' ').Select(static part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0).ToArray();
        if (moments is not [> 0 and var first, > 0 and var whole, > 0])
        {
            throw new InvalidOperationException($"{path} read nothing: {line}");
        }

        var peak = await PeakAsync(process.Id);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new NativeRun(Milliseconds(begun, first), Milliseconds(begun, whole), peak);
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static async Task<double> PeakAsync(int id)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{id}/status");
        var peak = lines.First(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
