using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>The activity source and the meter, with the names of the OpenTelemetry conventions for generative AI.</summary>
internal static class Instruments
{
    /// <summary>The name to subscribe to, of the source and the meter.</summary>
    public const string Name = "OpenRouter";

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "Time from sending to the end of the answer.");
    public static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of prompts and answers.");
    public static readonly Histogram<double> FirstChunk = Meter.CreateHistogram<double>("gen_ai.client.operation.time_to_first_chunk", "s", "Time from sending to the first content.");
    public static readonly Histogram<double> ChunkGap = Meter.CreateHistogram<double>("gen_ai.client.operation.time_per_output_chunk", "s", "Time between two chunks with content.");
    public static readonly Histogram<double> Cost = Meter.CreateHistogram<double>("openrouter.client.cost", "{USD}", "Cost of a call in US dollars.");
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("openrouter.client.retries", "{retry}", "Attempts beyond the first.");

    /// <summary>Whether anybody listens.</summary>
    public static bool AreEnabled => Source.HasListeners() || Duration.Enabled || Tokens.Enabled || FirstChunk.Enabled || ChunkGap.Enabled || Cost.Enabled || Retries.Enabled;
}
