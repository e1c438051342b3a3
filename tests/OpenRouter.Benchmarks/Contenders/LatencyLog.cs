using System.Diagnostics;
using System.Globalization;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>The ages of contents, each of which is the time at which it was sent, by the clock that processes of one machine share.</summary>
internal sealed class LatencyLog(int capacity)
{
    private readonly long[] _ticks = new long[capacity];
    private int _count;

    public void Add(string sent)
    {
        if (long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var time))
        {
            var place = Interlocked.Increment(ref _count) - 1;
            if (place < _ticks.Length)
            {
                _ticks[place] = Stopwatch.GetTimestamp() - time;
            }
        }
    }

    /// <summary>The age below which a share of the contents was; null when none was seen.</summary>
    public double? MicrosecondsAt(double share)
    {
        var count = Math.Min(_count, _ticks.Length);
        if (count == 0)
        {
            return null;
        }

        var sorted = _ticks.AsSpan(0, count).ToArray();
        Array.Sort(sorted);
        return Stopwatch.GetElapsedTime(0, sorted[(int)((count - 1) * share)]).TotalMicroseconds;
    }
}
