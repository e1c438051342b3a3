namespace HighVolume.Measuring;

/// <summary>Percentiles of durations in milliseconds, by nearest rank; zero when there are none.</summary>
internal readonly record struct Percentiles(double P50, double P95, double P99)
{
    public static Percentiles Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Percentiles(At(0.50), At(0.95), At(0.99));

        double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
