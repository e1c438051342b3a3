using System.Globalization;
using Microsoft.Extensions.Options;

namespace WebApi.Settings;

/// <summary>Tells every wrong setting when the server starts, with its key and without its value.</summary>
internal sealed class RelaySettingsCheck : IValidateOptions<RelaySettings>
{
    public ValidateOptionsResult Validate(string? name, RelaySettings options)
    {
        var problems = new List<string>();
        Users(options, problems);
        Presets(options, problems);
        Origins(options, problems);
        Numbers(options, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Users(RelaySettings options, List<string> problems)
    {
        if (options.Users.Count == 0)
        {
            problems.Add("Relay:Users is empty, so nobody could call. Add a user and the SHA-256 of a key, such as Relay:Users:ann; nothing is served without authentication.");
        }

        foreach (var (user, hash) in options.Users)
        {
            if (hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigit))
            {
                problems.Add($"Relay:Users:{user} is no SHA-256 in hexadecimal (64 digits). Write the hash of the key there, not the key.");
            }
        }
    }

    private static void Presets(RelaySettings options, List<string> problems)
    {
        if (options.Presets.Count == 0)
        {
            problems.Add("Relay:Presets is empty. Users choose a preset, so there must be one.");
        }

        foreach (var (name, preset) in options.Presets)
        {
            if (preset.Models.Count == 0 || preset.Models.Any(string.IsNullOrWhiteSpace))
            {
                problems.Add($"Relay:Presets:{name}:Models needs at least one model, such as openai/gpt-5-mini, and no empty one.");
            }

            if (preset.MaxTokens < 1)
            {
                problems.Add($"Relay:Presets:{name}:MaxTokens must be positive.");
            }

            if (preset.Temperature is < 0 or > 2 or double.NaN)
            {
                problems.Add($"Relay:Presets:{name}:Temperature must be from 0 to 2.");
            }
        }
    }

    private static void Origins(RelaySettings options, List<string> problems)
    {
        foreach (var origin in options.Origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.GetLeftPart(UriPartial.Authority) != origin)
            {
                problems.Add("Relay:Origins holds something that is no origin. Name each one, such as https://app.example.com, without a path and without *.");
            }
        }
    }

    private static void Numbers(RelaySettings options, List<string> problems)
    {
        (string Key, long Value)[] numbers =
        [
            (nameof(options.StreamsPerUser), options.StreamsPerUser), (nameof(options.StreamsInAll), options.StreamsInAll),
            (nameof(options.StreamsPerMinute), options.StreamsPerMinute), (nameof(options.SignInsPerMinute), options.SignInsPerMinute),
            (nameof(options.DailyTokens), options.DailyTokens), (nameof(options.MaxTokens), options.MaxTokens),
            (nameof(options.MaxMessages), options.MaxMessages), (nameof(options.MaxCharacters), options.MaxCharacters),
        ];
        problems.AddRange(numbers.Where(static number => number.Value < 1).Select(static number => $"Relay:{number.Key} must be positive."));

        var longest = TimeSpan.FromMinutes(5);
        (string Key, TimeSpan Value)[] times =
        [
            (nameof(options.Heartbeat), options.Heartbeat), (nameof(options.StalledReader), options.StalledReader), (nameof(options.ShutdownGrace), options.ShutdownGrace),
        ];
        problems.AddRange(times
            .Where(time => time.Value <= TimeSpan.Zero || time.Value > longest)
            .Select(time => string.Create(CultureInfo.InvariantCulture, $"Relay:{time.Key} must be longer than nothing and at most {longest:c}.")));
    }
}
