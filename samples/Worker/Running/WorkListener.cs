using System.Data.Common;
using Microsoft.Extensions.Options;
using Worker.Storage;

namespace Worker.Running;

/// <summary>Passes on what the database tells of new work. It is a hint alone: while the connection is away, workers find work by looking.</summary>
internal sealed class WorkListener(IJobDatabase database, WorkSignal signal, IOptions<WorkerOptions> options, TimeProvider time, ILogger<WorkListener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await database.ListenAsync(signal.Set, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or TimeoutException or IOException)
            {
                logger.LogWarning("Hints of new work are not heard ({Error}).", exception.GetType().Name);
                await Task.Delay(options.Value.Poll, time, stoppingToken);
            }
        }
    }
}
