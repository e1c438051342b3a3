using OpenRouter.Core;

namespace OpenTelemetry.Trace;

/// <summary>Collects the spans of clients.</summary>
public static class OpenRouterTracerProviderBuilderExtensions
{
    /// <summary>Collects a span for each call, with the conventions for generative AI. Texts of prompts and answers are in it only where <c>RecordContent</c> is set.</summary>
    /// <param name="builder">The tracing.</param>
    /// <returns>The tracing.</returns>
    public static TracerProviderBuilder AddOpenRouterInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(OpenRouterTelemetry.SourceName);
    }
}
