using Microsoft.Extensions.Options;
using OpenRouter.Core;
using Worker.Jobs;
using Worker.Storage;
using Worker.Telemetry;

namespace Worker.Upkeep;

/// <summary>Asks the service what attempts cost that broke off: their answer ended before it said so, and they are billed all the same.</summary>
internal sealed class UsageReconciler(IOpenRouterClient client, UsageStore store, WorkerMetrics metrics, UpkeepLoop loop, IOptions<WorkerOptions> options) : BackgroundService
{
    private const int AtOnce = 20;

    /// <summary>With a first wait of ten seconds, looks go on for an hour.</summary>
    private const int MaxTries = 9;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("look-up of costs", options.Value.SettleEvery, SettleAsync, stoppingToken);

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var attempt in await store.TakeAsync(AtOnce, options.Value.SettleDelay, MaxTries, cancellationToken))
        {
            try
            {
                await SettleAsync(attempt, cancellationToken);
            }
            catch (OpenRouterException exception) when (exception.StatusCode == 404)
            {
                // Not written yet. The attempt comes back later.
            }
        }
    }

    private async Task SettleAsync(UnsettledAttempt attempt, CancellationToken cancellationToken)
    {
        var record = (await client.Generations.GetGenerationAsync(attempt.GenerationId, cancellationToken: cancellationToken)).Data;
        var prompt = record.NativeTokensPrompt ?? record.TokensPrompt;
        var completion = record.NativeTokensCompletion ?? record.TokensCompletion;
        if (await store.SettleAsync(attempt, prompt, completion, record.TotalCost, cancellationToken))
        {
            metrics.Used(prompt, completion, record.TotalCost);
        }
    }
}
