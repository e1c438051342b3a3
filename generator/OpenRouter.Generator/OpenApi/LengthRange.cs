namespace OpenRouter.Generator.OpenApi;

/// <summary>The limits of a schema on the length of a text or list, and its pattern; null is no limit.</summary>
internal sealed record LengthRange(int? Minimum, int? Maximum, string? Pattern);
