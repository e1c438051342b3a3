namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks text that was written by a model and must not be trusted. On a method it is what the method returns, or yields.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class ModelTextAttribute : Attribute;
