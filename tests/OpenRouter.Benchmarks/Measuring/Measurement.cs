namespace OpenRouter.Benchmarks.Measuring;

/// <summary>What one contender cost on one body.</summary>
/// <param name="Contender">Its name.</param>
/// <param name="Nanoseconds">Nanoseconds a chunk, a round each.</param>
/// <param name="Bytes">Bytes allocated a chunk, a round each.</param>
internal sealed record Measurement(string Contender, List<double> Nanoseconds, List<double> Bytes)
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
