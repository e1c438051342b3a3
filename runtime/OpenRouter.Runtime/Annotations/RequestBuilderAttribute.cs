namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a fluent builder of a request.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequestBuilderAttribute : Attribute;
