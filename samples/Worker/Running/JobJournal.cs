using System.Data.Common;
using Microsoft.Extensions.Options;
using Worker.Jobs;
using Worker.Live;
using Worker.Storage;

namespace Worker.Running;

/// <summary>
/// Keeps the database up to date while a job runs: renews the lease, notes the generation, saves the text. One loop does all of it, beside the stream, so that a slow
/// database never holds up the stream and no two writes of a job overlap.
/// </summary>
internal sealed class JobJournal(LeaseStore leases, ClaimedJob job, LiveText text, IOptions<WorkerOptions> options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(250);

    private readonly WorkerOptions _options = options.Value;
    private long _renewedAt = time.GetTimestamp();
    private long _savedAt = time.GetTimestamp();
    private int _saved;
    private string? _generation;

    /// <summary>Whether another claim came after ours, or nobody knows.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Keeps the job until it is cancelled.</summary>
    /// <param name="generation">Gives the id of the generation once it is known.</param>
    /// <param name="lost">Cancelled when the lease is lost: whoever goes on would pay for text that nobody takes.</param>
    /// <param name="ended">Ends the loop.</param>
    public async Task KeepAsync(Func<string?> generation, CancellationTokenSource lost, CancellationToken ended)
    {
        var tick = TimeSpan.FromTicks(Math.Min(LongestTick.Ticks, Math.Min(_options.Renewal.Ticks, _options.SaveEvery.Ticks)));
        using var timer = new PeriodicTimer(tick, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (!await TickAsync(generation(), ended))
                {
                    IsLost = true;
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The attempt is over.
        }
    }

    /// <summary>What was not saved yet.</summary>
    public Segment? Rest() => text.Read(_saved) is { Text.Length: > 0 } rest ? new Segment(job.Lease.Fence, _saved, rest.Text) : null;

    /// <returns>False when the lease is lost.</returns>
    private async Task<bool> TickAsync(string? generation, CancellationToken cancellationToken)
    {
        try
        {
            return await RenewAsync(cancellationToken)
                && await NoteAsync(generation, cancellationToken)
                && await SaveAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException)
        {
            // The next tick tries again. A lease that cannot be renewed is treated as lost before it is: somebody else may have the job by then.
            logger.LogWarning("Job {Job}: the database did not take a note ({Error}).", job.Lease.JobId, exception.GetType().Name);
            return time.GetElapsedTime(_renewedAt) < _options.Lease;
        }
    }

    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_renewedAt) < _options.Renewal)
        {
            return true;
        }

        // Counted from before the statement: the lease began at some time during it.
        var now = time.GetTimestamp();
        if (!await leases.RenewAsync(job.Lease, _options.Lease, cancellationToken))
        {
            return false;
        }

        _renewedAt = now;
        return true;
    }

    private async Task<bool> NoteAsync(string? generation, CancellationToken cancellationToken)
    {
        if (generation is null || generation == _generation)
        {
            return true;
        }

        await leases.NoteGenerationAsync(job.Lease, generation, cancellationToken);
        _generation = generation;
        return true;
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        var unsaved = text.Length - _saved;
        if (unsaved == 0 || (unsaved < _options.SaveChars && time.GetElapsedTime(_savedAt) < _options.SaveEvery))
        {
            return true;
        }

        var (piece, _, _) = text.Read(_saved);
        if (!await leases.AppendAsync(job.Lease, new Segment(job.Lease.Fence, _saved, piece), cancellationToken))
        {
            return false;
        }

        _saved += piece.Length;
        _savedAt = time.GetTimestamp();
        return true;
    }
}
