namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the member of a chunk that holds an error which broke the stream.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ChunkErrorAttribute : Attribute;
