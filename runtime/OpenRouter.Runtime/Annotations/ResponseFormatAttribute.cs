namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the setting that asks for an answer in a form, such as JSON.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class ResponseFormatAttribute : Attribute;
