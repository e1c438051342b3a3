namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the member that says why an answer ended.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FinishReasonAttribute : Attribute;
