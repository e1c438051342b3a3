namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a method of yours whose result is safe to be rendered as HTML, whatever it was given.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HtmlSanitizerAttribute : Attribute;
