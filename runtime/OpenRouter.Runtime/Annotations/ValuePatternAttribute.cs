namespace OpenRouter.Runtime.Annotations;

/// <summary>States the regular expression, in the dialect of JSON Schema, that a text has to match somewhere.</summary>
/// <param name="pattern">The regular expression.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ValuePatternAttribute(string pattern) : Attribute
{
    /// <summary>The regular expression.</summary>
    public string Pattern { get; } = pattern;
}
