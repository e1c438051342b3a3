using OpenRouter.Runtime.Streaming;

namespace HighVolume.Measuring;

/// <summary>What becomes of the streams of one way. Many threads add to it.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly List<double> _firstTokens = [];
    private readonly List<double> _durations = [];
    private long _bytes;
    private int _completed;
    private int _cutOff;
    private int _failed;

    /// <summary>How many have ended, in whichever way.</summary>
    public int Ended
    {
        get
        {
            lock (_lock)
            {
                return _completed + _cutOff + _failed;
            }
        }
    }

    /// <summary>Bytes of text so far.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>A stream ended as the service wanted.</summary>
    public void Add(ChatAnswer answer, long bytes)
    {
        lock (_lock)
        {
            _bytes += bytes;
            if (answer.FinishReason == "stop")
            {
                _completed++;
            }
            else
            {
                _cutOff++;
            }

            _durations.Add(answer.Elapsed.TotalMilliseconds);
            if (answer.TimeToFirstToken is { } first)
            {
                _firstTokens.Add(first.TotalMilliseconds);
            }
        }
    }

    /// <summary>A stream failed or broke off.</summary>
    public void AddFailure()
    {
        lock (_lock)
        {
            _failed++;
        }
    }

    /// <summary>The figures.</summary>
    public Figures Sum(string way, TimeSpan elapsed, long peakHeap, long allocated)
    {
        lock (_lock)
        {
            return new Figures(
                way,
                _completed,
                _cutOff,
                _failed,
                _bytes,
                elapsed.TotalSeconds,
                Percentiles.Of(_firstTokens),
                Percentiles.Of(_durations),
                peakHeap,
                allocated);
        }
    }
}
