using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>What is known about a call when it fails.</summary>
/// <param name="generationId">The id, from the header or the answer.</param>
/// <param name="provider">The provider.</param>
/// <param name="partial">What had arrived.</param>
internal readonly struct CallFacts(string? generationId, string? provider, ChatAnswer? partial = null)
{
    public string? GenerationId { get; } = generationId;

    public string? Provider { get; } = provider;

    public ChatAnswer? Partial { get; } = partial;
}
