namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a member that takes the id of the tool call which a result answers.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ToolCallIdAttribute : Attribute;
