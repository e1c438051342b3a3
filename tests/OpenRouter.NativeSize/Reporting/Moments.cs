using System.Diagnostics;
using System.Globalization;

namespace OpenRouter.NativeSize;

/// <summary>Tells whoever started the program when what happened, on the clock that all processes of a machine share.</summary>
internal static class Moments
{
    /// <summary>Now, on that clock.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Writes the moments and what was counted, and waits until the other side has looked at this process.</summary>
    public static void Report(long first, long count)
    {
        var whole = Now;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {whole} {count}"));
        Console.In.ReadLine();
    }
}
