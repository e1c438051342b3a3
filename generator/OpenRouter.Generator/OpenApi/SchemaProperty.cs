using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A declared member of an object schema.</summary>
internal sealed record SchemaProperty(string Name, SourceSpan NameSpan, Schema Schema);
