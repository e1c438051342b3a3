namespace OpenRouter.Generator.Api.Types;

/// <summary>Where the usage of a chat stream keeps its finer counts, as C# expressions below the usage object; null when it has none.</summary>
internal sealed record UsageDetails(string? ReasoningTokens, string? CachedTokens);
