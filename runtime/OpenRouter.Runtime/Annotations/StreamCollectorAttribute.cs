namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks what consumes a stream to its end and observes the finish reason.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public sealed class StreamCollectorAttribute : Attribute;
