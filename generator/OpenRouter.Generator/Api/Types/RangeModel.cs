namespace OpenRouter.Generator.Api.Types;

/// <summary>Numeric limits in the spelling of the document; null is no limit.</summary>
internal sealed record RangeModel(string? Minimum, string? Maximum, bool ExclusiveMinimum, bool ExclusiveMaximum);
