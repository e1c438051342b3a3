using System.Globalization;

namespace HighVolume.Measuring;

/// <summary>Says each second how far a way is, and remembers the largest heap.</summary>
internal sealed class Progress : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _task;
    private long _peakHeap;

    public Progress(string way, int streams, Tally tally, TextWriter notes) => _task = RunAsync(way, streams, tally, notes);

    /// <summary>The largest managed heap after a collection so far, in bytes.</summary>
    public long PeakHeap => Math.Max(Interlocked.Read(ref _peakHeap), HeapBytes());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _task;
        _end.Dispose();
    }

    private async Task RunAsync(string way, int streams, Tally tally, TextWriter notes)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var before = 0L;
        for (var tick = 1; await NextAsync(timer); tick++)
        {
            if (tick % 10 == 0)
            {
                var heap = HeapBytes();
                Interlocked.Exchange(ref _peakHeap, Math.Max(Interlocked.Read(ref _peakHeap), heap));
                var bytes = tally.Bytes;
                notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way}: {tally.Ended} of {streams}, {(bytes - before) / 1e3:0} kB/s, heap {heap / 1e6:0} MB, process {Environment.WorkingSet / 1e6:0} MB"));
                before = bytes;
            }
        }
    }

    /// <summary>What is held, without what only waits to be collected; the collection takes a few milliseconds, once a second.</summary>
    private static long HeapBytes()
    {
        GC.Collect();
        return GC.GetGCMemoryInfo(GCKind.FullBlocking).HeapSizeBytes;
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_end.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
