namespace OpenRouter.Generator.Api.Types;

/// <summary>A known value of an open enum.</summary>
internal sealed record EnumValueModel(string Name, string Value);
