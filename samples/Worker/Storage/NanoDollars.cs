namespace Worker.Storage;

/// <summary>Costs are stored as whole billionths of a dollar: SQLite has no exact fractions, and sums of costs must be exact.</summary>
internal static class NanoDollars
{
    public const decimal PerDollar = 1_000_000_000m;

    public static long? Of(decimal? dollars) => dollars is { } value ? (long)decimal.Round(Math.Clamp(value, 0, 1_000_000) * PerDollar) : null;
}
