using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Worker.Storage;

namespace Worker.Telemetry;

/// <summary>Healthy is a queue that moves: what matters to callers is how long the oldest job has waited, not how many wait.</summary>
internal sealed class QueueHealth(QueueStore queue, IOptions<WorkerOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await queue.ReadAsync(cancellationToken);
        var data = new Dictionary<string, object> { ["queued"] = state.Queued, ["leased"] = state.Leased, ["dead"] = state.Dead, ["age_seconds"] = state.Age.TotalSeconds };
        if (state.PausedFor is { } pause)
        {
            return HealthCheckResult.Unhealthy($"The queue rests for {pause:hh\\:mm\\:ss}: the service refuses to work for this account.", data: data);
        }

        return state.Age > options.Value.MaxQueueAge
            ? HealthCheckResult.Degraded($"The oldest job has waited for {state.Age:hh\\:mm\\:ss}.", data: data)
            : HealthCheckResult.Healthy(state.Dead > 0 ? $"{state.Dead} dead jobs wait for somebody to look at them." : null, data);
    }
}
