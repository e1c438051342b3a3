namespace OpenRouter.Runtime.Annotations;

/// <summary>States how many characters of a text, or how many items of a list, the service accepts.</summary>
/// <param name="minimum">The smallest number.</param>
/// <param name="maximum">The largest number, or <see cref="int.MaxValue"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ValueLengthAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest number.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest number, or <see cref="int.MaxValue"/>.</summary>
    public int Maximum { get; } = maximum;
}
