using System.Data.Common;
using Microsoft.Extensions.Options;
using Worker.Jobs;
using Worker.Storage;

namespace Worker.Running;

/// <summary>Claims jobs as long as it has hands free for them, and runs them. When the process is told to stop it claims no more, lets those that run end, and gives back the rest.</summary>
internal sealed class JobWorker(
    LeaseStore leases, JobRunner runner, WorkSignal signal, WorkerFault fault, IHostApplicationLifetime lifetime, IOptions<WorkerOptions> options, TimeProvider time, ILogger<JobWorker> logger)
    : BackgroundService
{
    /// <summary>A database may be away for a moment; for longer it is for a supervisor to know.</summary>
    private const int MaxFailuresInARow = 5;

    private readonly WorkerOptions _options = options.Value;
    private readonly Dictionary<Task, ClaimedJob> _running = [];
    private int _failures;

    /// <summary>Who claims: unique for each start of a process, so that one that starts again does not take itself for the one that died.</summary>
    public string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var cancel = new CancellationTokenSource();
        try
        {
            if (_options.Concurrency > 0)
            {
                await ClaimAndRunAsync(cancel.Token, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (Exception exception)
        {
            fault.Report("loop that claims jobs", exception);
        }

        await FinishAsync(cancel);
    }

    private async Task ClaimAndRunAsync(CancellationToken cancel, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ForgetEndedAsync();
            var free = _options.Concurrency - _running.Count;
            var claimed = free > 0 ? await ClaimAsync(free, stop) : [];
            foreach (var job in claimed)
            {
                // Not cancelled by stop: what runs may end in its own time.
                _running.Add(Task.Run(() => runner.RunAsync(job, cancel), CancellationToken.None), job);
            }

            if (free == 0 || claimed.Count < free)
            {
                await WaitAsync(isFull: free == 0, stop);
            }
        }
    }

    private async Task<List<ClaimedJob>> ClaimAsync(int count, CancellationToken stop)
    {
        try
        {
            // Cancelled in the middle it might have claimed what nobody runs; it is one short transaction.
            stop.ThrowIfCancellationRequested();
            var claimed = await leases.ClaimAsync(Owner, count, !_running.Values.Any(job => job.IsSuspect), _options.Lease, CancellationToken.None);
            _failures = 0;
            return claimed;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException && ++_failures < MaxFailuresInARow)
        {
            logger.LogWarning("No job could be claimed ({Error}), {Count} times in a row.", exception.GetType().Name, _failures);
            await Task.Delay(_options.Poll, time, stop);
            return [];
        }
    }

    /// <summary>Waits for a hand that becomes free, or for work.</summary>
    private async Task WaitAsync(bool isFull, CancellationToken stop)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var waits = new List<Task>(_running.Keys);
        if (!isFull)
        {
            waits.Add(signal.WaitAsync(wait.Token));
        }

        // Jittered, so that workers that started together do not ask together.
        var poll = isFull ? Timeout.InfiniteTimeSpan : _options.Poll * (0.5 + Random.Shared.NextDouble());
        waits.Add(Task.Delay(poll, time, wait.Token));
        await Task.WhenAny(waits);
        await wait.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Takes out what has ended. A runner throws for nothing that a job does, so what it throws is a fault of this program and ends it.</summary>
    private async Task ForgetEndedAsync()
    {
        foreach (var task in _running.Keys.Where(task => task.IsCompleted).ToList())
        {
            _running.Remove(task);
            await task;
        }
    }

    private async Task FinishAsync(CancellationTokenSource cancel)
    {
        var rest = Task.WhenAll(_running.Keys);
        await Task.WhenAny(rest, Task.Delay(_options.Grace, time, CancellationToken.None));
        await cancel.CancelAsync();
        try
        {
            await rest;
        }
        catch (Exception exception)
        {
            fault.Report("run of a job", exception);
        }
    }
}
