namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks an event that ends a stream, or a result that carries a finish reason.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, Inherited = false)]
public sealed class TerminalResultAttribute : Attribute;
