namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a member that takes an API key: a secret that belongs into no source file and no log.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ApiKeyAttribute : Attribute;
