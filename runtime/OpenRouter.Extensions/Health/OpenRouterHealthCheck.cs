using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OpenRouter.Extensions.Health;

/// <summary>Asks the service once in a while, for however many probes. One instance keeps the result.</summary>
internal sealed class OpenRouterHealthCheck(Func<CancellationToken, Task<KeyState?>> ask, OpenRouterHealthOptions options, TimeProvider time) : IHealthCheck, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private HealthCheckResult? _last;
    private long _at;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Probes that come while one is asking wait for its result.
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_last is not { } last || time.GetElapsedTime(_at) >= options.CacheFor)
            {
                last = await AskAsync(context.Registration.FailureStatus, cancellationToken).ConfigureAwait(false);
                (_last, _at) = (last, time.GetTimestamp());
            }

            return last;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<HealthCheckResult> AskAsync(HealthStatus failure, CancellationToken cancellationToken)
    {
        var report = new HealthReportText(options, time, failure);
        using var clock = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            return report.Answered(await ask(both.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return report.TimedOut();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return report.Failed(exception);
        }
    }
}
