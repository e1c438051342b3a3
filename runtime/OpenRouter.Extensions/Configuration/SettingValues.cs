using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Configuration;

/// <summary>The values of a section, by kind.</summary>
internal sealed class SettingValues(IConfigurationSection section)
{
    private const string TimeForm = "Write hours:minutes:seconds, such as 00:01:30";
    private readonly List<SettingProblem> _problems = [];

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<SettingProblem> Problems => _problems;

    public string? Text(string setting)
    {
        var value = section[setting];
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public ApiKey? Key(string setting)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        return KeyText.Read(text) ?? Fail<ApiKey?>(setting, KeyText.Problem, null);
    }

    public Uri? Address(string setting)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        // On Unix a path that begins with a slash is an absolute address of a file.
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && text.Contains("://", StringComparison.Ordinal)
            ? address
            : Fail<Uri?>(setting, "is no whole address. Write it with its scheme, such as https://openrouter.ai/api/v1.", null);
    }

    /// <summary>A list, or one text with commas, as environment variables have it; null when there is neither.</summary>
    public string[]? Texts(string setting)
        => Text(setting)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? (Members(setting) is { Count: > 0 } members ? [.. members.Select(static member => member.Value ?? "")] : null);

    public bool Flag(string setting, bool given) => Text(setting) switch
    {
        null => given,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => Fail(setting, "is neither true nor false.", given),
    };

    public T Number<T>(string setting, T given)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
        => Text(setting) switch
        {
            null => given,
            var text when T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
            _ => Fail(setting, string.Create(CultureInfo.InvariantCulture, $"is no whole number up to {T.MaxValue}."), given),
        };

    public TimeSpan Time(string setting, TimeSpan given)
        => Text(setting) is not { } text ? given : Parse(text) ?? Fail(setting, $"is no time. {TimeForm}.", given);

    /// <summary>A time, or <c>off</c>.</summary>
    public TimeSpan? Clock(string setting, TimeSpan? given) => Text(setting) switch
    {
        null => given,
        var text when text.Trim().Equals("off", StringComparison.OrdinalIgnoreCase) => null,
        var text => Parse(text) ?? Fail(setting, $"is no time. {TimeForm}, or off.", given),
    };

    /// <summary>What stands below a setting and has a value.</summary>
    public List<IConfigurationSection> Members(string setting)
        => [.. section.GetSection(setting).GetChildren().Where(static child => child.Value is not null)];

    /// <summary>Sees that a group holds nothing but its members: a clock whose name is misspelt would be silently off. Beside the groups stand settings of the program itself.</summary>
    public void Expect(string group, params string[] members)
    {
        if (Text(group) is not null)
        {
            Fail(group, $"is a group, not a value. It holds {string.Join(", ", members)}.", false);
        }

        foreach (var child in section.GetSection(group).GetChildren())
        {
            if (!members.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                Fail($"{group}:{child.Key}", $"is not known. {group} holds {string.Join(", ", members)}.", false);
            }
        }
    }

    /// <summary>A number alone would be days for .NET, and is meant as seconds: it is refused.</summary>
    private static TimeSpan? Parse(string text)
        => text.AsSpan().Count(':') == 2 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private T Fail<T>(string setting, string text, T given)
    {
        _problems.Add(new SettingProblem(setting, $"{section.Path}:{setting} {text}"));
        return given;
    }
}
