using Microsoft.Extensions.Options;
using Worker.Storage;

namespace Worker.Upkeep;

/// <summary>Deletes prompts and answers when their time is over.</summary>
internal sealed class Retention(RetentionStore store, UpkeepLoop loop, IOptions<WorkerOptions> options) : BackgroundService
{
    private const int AtOnce = 500;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("deletion of old texts", options.Value.CleanEvery, CleanAsync, stoppingToken);

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (await store.DeleteTextsAsync(options.Value.KeepTexts, AtOnce, cancellationToken) == AtOnce)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
