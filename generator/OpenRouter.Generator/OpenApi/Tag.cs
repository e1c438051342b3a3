namespace OpenRouter.Generator.OpenApi;

/// <summary>A tag of the document: its operations become one API group.</summary>
internal sealed record Tag(string Name, string? Description, string? CSharpName);
