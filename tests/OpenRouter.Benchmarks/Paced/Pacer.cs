using System.Diagnostics;
using System.Net.Sockets;

namespace OpenRouter.Benchmarks.Paced;

/// <summary>
/// Sends a chunk each ten milliseconds on every connection. The connections take turns within the ten milliseconds, as those of a
/// service do, so that the reader does not find all chunks at once.
/// </summary>
internal sealed class Pacer
{
    private const int Period = 10;
    private readonly Lock _lock = new();
    private readonly List<PacedStream> _streams = [];
    private bool _runs;
    private int _next;

    public Task SendAsync(Socket connection, int chunks)
    {
        var stream = new PacedStream(connection, chunks);
        lock (_lock)
        {
            stream.Turn = _next++ % Period;
            _streams.Add(stream);
            if (!_runs)
            {
                _runs = true;
                new Thread(Run) { IsBackground = true }.Start();
            }
        }

        return stream.Ended;
    }

    // A thread of its own: a timer of the pool would be late whenever the pool is busy.
    private void Run()
    {
        var started = Stopwatch.GetTimestamp();
        for (long tick = 0; ; tick++)
        {
            while (Stopwatch.GetElapsedTime(started).TotalMilliseconds < tick)
            {
                Thread.Sleep(1);
            }

            PacedStream[] due;
            lock (_lock)
            {
                if (_streams.Count == 0)
                {
                    _runs = false;
                    return;
                }

                due = [.. _streams.Where(stream => stream.Turn == tick % Period)];
            }

            foreach (var stream in due)
            {
                if (!stream.SendNext())
                {
                    lock (_lock)
                    {
                        _streams.Remove(stream);
                    }
                }
            }
        }
    }
}
