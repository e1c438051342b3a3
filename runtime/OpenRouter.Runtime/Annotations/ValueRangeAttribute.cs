namespace OpenRouter.Runtime.Annotations;

/// <summary>States the range of a number that the service accepts.</summary>
/// <param name="minimum">The smallest value, or <see cref="double.NegativeInfinity"/>.</param>
/// <param name="maximum">The largest value, or <see cref="double.PositiveInfinity"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ValueRangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The smallest value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest value.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether <see cref="Minimum"/> itself is refused.</summary>
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is refused.</summary>
    public bool ExclusiveMaximum { get; init; }
}
