using Worker.Storage;
using Worker.Telemetry;

namespace Worker.Upkeep;

/// <summary>Looks at the queue for those who must not wait for it.</summary>
internal sealed class QueueWatcher(QueueStore queue, QueueWatch watch, UpkeepLoop loop) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => loop.RunAsync("look at the queue", Every, async cancellationToken => watch.Last = await queue.ReadAsync(cancellationToken), stoppingToken);
}
