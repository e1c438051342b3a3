namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the member that holds the token usage and the cost of a call.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class UsageAttribute : Attribute;
