using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>Stops and starts the output of a terminal of Linux, as Ctrl+S and Ctrl+Q do where they are not keys of the program.</summary>
internal static partial class StalledTerminal
{
    private const int OutputOff = 0;
    private const int OutputOn = 1;

    public static void Stall(string device) => Flow(device, OutputOff);

    public static void GoOn(string device) => Flow(device, OutputOn);

    private static void Flow(string device, int action)
    {
        using var terminal = File.OpenHandle(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Assert.Equal(0, Flow(terminal, action));
    }

    [LibraryImport("libc", EntryPoint = "tcflow")]
    private static partial int Flow(SafeFileHandle terminal, int action);
}
