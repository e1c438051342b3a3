namespace OpenRouter.Generator.Api.Types;

/// <summary>A case of a union whose values differ from event to event.</summary>
/// <param name="Name">The C# name of its type.</param>
/// <param name="IsFlat">Whether no value stands in an object further in.</param>
internal sealed record VaryingCase(string Name, bool IsFlat);
