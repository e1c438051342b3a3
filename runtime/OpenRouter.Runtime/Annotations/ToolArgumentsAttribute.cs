namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the arguments of a tool call: JSON that a model wrote. In a chunk it is a piece of them.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ToolArgumentsAttribute : Attribute;
