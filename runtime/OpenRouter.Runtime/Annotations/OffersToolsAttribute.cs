namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a setting that offers tools which the caller has to run, or the type of such a tool. Tools that the service runs by itself are not meant.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class OffersToolsAttribute : Attribute;
