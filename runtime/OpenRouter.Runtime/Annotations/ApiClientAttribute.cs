namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the client of a service: it owns connections and is made once for a program.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class ApiClientAttribute : Attribute;
