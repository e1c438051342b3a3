namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the setting that says whether, and which, tools may be called.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class ToolChoiceAttribute : Attribute;
