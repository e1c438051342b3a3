using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>What is known about a call when it fails.</summary>
/// <param name="GenerationId">The id, from the header or the answer.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Partial">What had arrived.</param>
internal readonly record struct CallFacts(string? GenerationId, string? Provider, ChatAnswer? Partial = null);
