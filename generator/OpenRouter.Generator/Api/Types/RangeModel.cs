namespace OpenRouter.Generator.Api.Types;

/// <summary>Numeric limits as C# double literals.</summary>
internal sealed record RangeModel(string Minimum, string Maximum, bool ExclusiveMinimum, bool ExclusiveMaximum);
