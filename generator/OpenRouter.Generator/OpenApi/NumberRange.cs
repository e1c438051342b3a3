namespace OpenRouter.Generator.OpenApi;

/// <summary>The numeric limits of a schema, in the document's own spelling.</summary>
internal sealed record NumberRange(string? Minimum, string? Maximum, bool ExclusiveMinimum, bool ExclusiveMaximum);
