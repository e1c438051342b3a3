using System.Diagnostics;
using System.Globalization;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>Sends signals to programs.</summary>
internal static class Signal
{
    /// <param name="name">Its name, such as INT.</param>
    /// <param name="program">The id of the process.</param>
    /// <param name="token">Ends the wait until it was sent.</param>
    public static async Task SendAsync(string name, int program, CancellationToken token)
    {
        using var kill = Process.Start("kill", [$"-{name}", program.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(token);
        Assert.Equal(0, kill.ExitCode);
    }
}
