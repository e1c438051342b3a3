using OpenRouter.Runtime.Telemetry;

namespace OpenRouter.Core;

/// <summary>The names by which tracing and metrics libraries subscribe to clients.</summary>
public static class OpenRouterTelemetry
{
    /// <summary>The name of the activity source, which makes a span a call.</summary>
    public const string SourceName = Instruments.Name;

    /// <summary>The name of the meter: durations, tokens, time to the first chunk, cost, retries.</summary>
    public const string MeterName = Instruments.Name;
}
