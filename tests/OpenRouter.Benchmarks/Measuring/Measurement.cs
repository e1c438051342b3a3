namespace OpenRouter.Benchmarks.Measuring;

/// <summary>What one contender cost.</summary>
/// <param name="Contender">Its name.</param>
/// <param name="Nanoseconds">Nanoseconds a unit, a round each.</param>
/// <param name="Bytes">Bytes allocated a unit, a round each.</param>
internal sealed record Measurement(string Contender, List<double> Nanoseconds, List<double> Bytes)
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>The median of the ratios within the rounds.</summary>
    public static double Ratio(IEnumerable<double> own, IEnumerable<double> other) => Median(own.Zip(other, static (own, other) => own / other));
}
