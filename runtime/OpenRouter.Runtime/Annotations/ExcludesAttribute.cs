namespace OpenRouter.Runtime.Annotations;

/// <summary>States that a setting cannot be combined with another one of the same request.</summary>
/// <param name="setting">The name of the other member, as C# has it.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ExcludesAttribute(string setting) : Attribute
{
    /// <summary>The name of the other member, as C# has it.</summary>
    public string Setting { get; } = setting;
}
