using Microsoft.Extensions.Options;
using WebApi.Settings;

namespace WebApi.Limits;

/// <summary>
/// Counts what each user spends in a day (UTC). It lives in the memory of this server; several servers need a table in its place.
/// </summary>
internal sealed class TokenLedger(IOptions<RelaySettings> settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _spent = new(StringComparer.Ordinal);
    private DateOnly _day;

    /// <summary>The time until everybody has a new day's tokens.</summary>
    public TimeSpan UntilTomorrow
    {
        get
        {
            var now = time.GetUtcNow();
            return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
        }
    }

    /// <summary>Takes tokens before they are spent, so that streams that run side by side cannot pass the limit together; null when too few are left.</summary>
    public TokenReservation? Reserve(string user, long tokens)
    {
        lock (_gate)
        {
            var today = Today();
            var spent = _spent.GetValueOrDefault(user);
            if (spent + tokens > settings.Value.DailyTokens)
            {
                return null;
            }

            _spent[user] = spent + tokens;
            return new TokenReservation(this, user, today, tokens);
        }
    }

    internal void Correct(string user, DateOnly day, long difference)
    {
        lock (_gate)
        {
            // What was reserved yesterday is no business of today.
            if (Today() == day)
            {
                _spent[user] = Math.Max(0, _spent.GetValueOrDefault(user) + difference);
            }
        }
    }

    private DateOnly Today()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            _day = today;
            _spent.Clear();
        }

        return today;
    }
}
