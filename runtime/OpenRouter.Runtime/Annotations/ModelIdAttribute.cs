namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a member that takes the identifier of a model, such as <c>author/name</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ModelIdAttribute : Attribute;
