using System.Data.Common;
using OpenRouter.Core;
using Worker.Running;

namespace Worker.Upkeep;

/// <summary>Does something again and again. Services that are away for a moment are asked again later; anything else ends the process.</summary>
internal sealed class UpkeepLoop(WorkerFault fault, TimeProvider time, ILogger<UpkeepLoop> logger)
{
    public async Task RunAsync(string name, TimeSpan every, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            using var timer = new PeriodicTimer(every, time);
            do
            {
                try
                {
                    await work(stop);
                }
                catch (Exception exception) when (exception is DbException or TimeoutException or IOException or OpenRouterException)
                {
                    logger.LogWarning("The {Name} failed and will be tried again ({Error}).", name, exception.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (Exception exception)
        {
            fault.Report(name, exception);
        }
    }
}
