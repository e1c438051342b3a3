using System.Globalization;

namespace OpenRouter.Runtime.Http;

/// <summary>Reads how long a service asks to wait. What it says is hostile input: bounded, and read without a culture.</summary>
internal static class RetryHint
{
    /// <summary>No wait is longer; timers cannot take more than about 49 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>A smaller number is a wait or a mistake, not a time of this century.</summary>
    private const double FirstPlausibleSecond = 1e9;
    private const double FirstPlausibleMillisecond = 1e11;

    private static readonly string[] DateForms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Reads the headers.</summary>
    public static TimeSpan? FromHeaders(string? milliseconds, string? secondsOrDate, DateTimeOffset now)
        => FromNumber(milliseconds, 1) ?? FromNumber(secondsOrDate, 1000) ?? FromDate(secondsOrDate, now);

    /// <summary>Reads a number of seconds.</summary>
    public static TimeSpan? FromSeconds(double? seconds) => Bounded((seconds ?? double.NaN) * 1000);

    /// <summary>Reads a point in time in Unix milliseconds, or in seconds as other services write it.</summary>
    public static TimeSpan? FromUnixMilliseconds(string? text, DateTimeOffset now)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value < FirstPlausibleSecond)
        {
            return null;
        }

        var milliseconds = value < FirstPlausibleMillisecond ? value * 1000 : value;
        return Bounded(Math.Max(0, milliseconds - now.ToUnixTimeMilliseconds()));
    }

    private static TimeSpan? FromNumber(string? text, double scale)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
            ? Bounded(value * scale)
            : null;

    private static TimeSpan? FromDate(string? text, DateTimeOffset now)
        => DateTimeOffset.TryParseExact(text?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date)
            ? Bounded(Math.Max(0, (date - now).TotalMilliseconds))
            : null;

    private static TimeSpan? Bounded(double milliseconds)
    {
        if (!double.IsFinite(milliseconds) || milliseconds < 0)
        {
            return null;
        }

        return milliseconds >= Longest.TotalMilliseconds ? Longest : TimeSpan.FromMilliseconds(milliseconds);
    }
}
