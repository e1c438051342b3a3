namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a stream that can be read once: whoever reads it again gets an exception.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ReadOnceAttribute : Attribute;
