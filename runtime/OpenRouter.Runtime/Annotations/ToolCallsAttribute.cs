namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the member that holds the tool calls of an answer.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ToolCallsAttribute : Attribute;
