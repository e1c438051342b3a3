namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a method that makes a stream deliver its chunks as they were received, without one chunk for the end.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RawChunksAttribute : Attribute;
