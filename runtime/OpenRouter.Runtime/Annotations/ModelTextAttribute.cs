namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks text that was written by a model and must not be trusted.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ModelTextAttribute : Attribute;
