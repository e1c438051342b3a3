using OpenRouter.Core;

namespace OpenTelemetry.Metrics;

/// <summary>Collects the metrics of clients.</summary>
public static class OpenRouterMeterProviderBuilderExtensions
{
    /// <summary>Collects durations, tokens, time to the first chunk, time between chunks, cost and retries.</summary>
    /// <param name="builder">The metrics.</param>
    /// <returns>The metrics.</returns>
    public static MeterProviderBuilder AddOpenRouterInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(OpenRouterTelemetry.MeterName);
    }
}
