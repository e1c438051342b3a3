using OpenRouter.Core;

namespace OpenRouter.Extensions.Configuration;

/// <summary>What a client would refuse, by setting. The client checks it too, but at its first use and with the names of code.</summary>
internal static class OptionChecks
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    public static IEnumerable<(string Setting, string Text)> Of(OpenRouterClientOptions options)
        => [.. Address(options.BaseAddress), .. Title(options.AppTitle), .. Timeouts(options.Timeouts), .. Retries(options.Retries), .. Limits(options.Limits)];

    private static IEnumerable<(string Setting, string Text)> Address(Uri? address)
    {
        const string Setting = "BaseAddress";
        if (address is null)
        {
            yield break;
        }

        if (!address.IsAbsoluteUri)
        {
            yield return (Setting, "is no whole address. Write it with its scheme, such as https://openrouter.ai/api/v1.");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            yield return (Setting, "must be https; http is allowed to this machine only.");
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return (Setting, "must not hold a user, a query or a fragment.");
        }
    }

    private static IEnumerable<(string Setting, string Text)> Title(string? title)
    {
        if (title is not null && title.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            yield return ("AppTitle", "holds a character that a header cannot carry. Use printable ASCII.");
        }
    }

    private static IEnumerable<(string Setting, string Text)> Timeouts(CallTimeouts timeouts)
    {
        (string Name, TimeSpan? Time)[] clocks =
        [
            ("Connect", timeouts.Connect), ("Headers", timeouts.Headers), ("UnstreamedHeaders", timeouts.UnstreamedHeaders),
            ("Idle", timeouts.Idle), ("FirstToken", timeouts.FirstToken), ("Total", timeouts.Total),
        ];
        foreach (var (name, time) in clocks)
        {
            if (time <= TimeSpan.Zero || time > Longest)
            {
                yield return ($"Timeouts:{name}", "must be longer than nothing and shorter than 24 days.");
            }
        }
    }

    private static IEnumerable<(string Setting, string Text)> Retries(RetryOptions retries)
    {
        (string Name, int Count)[] counts = [("MaxRetries", retries.MaxRetries), ("MaxLookups", retries.MaxLookups), ("Budget", retries.Budget)];
        foreach (var (name, count) in counts)
        {
            if (count < 0)
            {
                yield return ($"Retries:{name}", "must not be negative.");
            }
        }

        (string Name, TimeSpan Time)[] delays = [("BaseDelay", retries.BaseDelay), ("MaxDelay", retries.MaxDelay), ("MaxRetryAfter", retries.MaxRetryAfter)];
        foreach (var (name, time) in delays)
        {
            if (time < TimeSpan.Zero || time > Longest)
            {
                yield return ($"Retries:{name}", "must not be negative or longer than 24 days.");
            }
        }

        if (retries.MaxDelay >= TimeSpan.Zero && retries.MaxDelay < retries.BaseDelay)
        {
            yield return ("Retries:MaxDelay", "must not be below BaseDelay.");
        }
    }

    private static IEnumerable<(string Setting, string Text)> Limits(StreamLimits limits)
    {
        (string Name, long Size)[] sizes =
        [
            ("MaxEventBytes", limits.MaxEventBytes), ("MaxErrorBytes", limits.MaxErrorBytes), ("MaxAnswerChars", limits.MaxAnswerChars), ("MaxBodyBytes", limits.MaxBodyBytes),
        ];
        foreach (var (name, size) in sizes)
        {
            if (size <= 0)
            {
                yield return ($"Limits:{name}", "must be above 0.");
            }
        }
    }
}
