namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a setting that offers tools which the caller has to run. Tools that the service runs by itself are not meant.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class OffersToolsAttribute : Attribute;
