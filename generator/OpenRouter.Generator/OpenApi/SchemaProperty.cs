namespace OpenRouter.Generator.OpenApi;

/// <summary>A declared member of an object schema; a conditional one gives way to a declaration that always holds.</summary>
internal sealed record SchemaProperty(string Name, Schema Schema, bool IsConditional = false);
