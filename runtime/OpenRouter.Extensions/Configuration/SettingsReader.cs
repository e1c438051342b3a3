using Microsoft.Extensions.Configuration;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Configuration;

/// <summary>
/// Reads the options from a section. By hand: the keys are a contract with operators, wrong values are told all at once with their keys, and nothing is reflected on.
/// What cannot be read leaves the option as it is and is a problem; what is not set or empty is neither.
/// </summary>
internal sealed class SettingsReader
{
    private readonly SettingValues _values;

    private SettingsReader(IConfigurationSection section) => _values = new SettingValues(section);

    /// <summary>Reads a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="options">What is set.</param>
    /// <returns>What could not be read.</returns>
    public static IReadOnlyList<SettingProblem> Read(IConfigurationSection section, OpenRouterClientOptions options)
    {
        var reader = new SettingsReader(section);
        reader.ReadClient(options);
        options.Timeouts = reader.ReadTimeouts(options.Timeouts);
        options.Retries = reader.ReadRetries(options.Retries);
        options.Limits = reader.ReadLimits(options.Limits);
        return reader._values.Problems;
    }

    private void ReadClient(OpenRouterClientOptions options)
    {
        options.ApiKey = _values.Key("ApiKey") ?? options.ApiKey;
        options.BaseAddress = _values.Address("BaseAddress") ?? options.BaseAddress;
        options.AppTitle = _values.Text("AppTitle") ?? options.AppTitle;
        options.AppUrl = _values.Address("AppUrl") ?? options.AppUrl;
        options.AppCategories = _values.Texts("AppCategories") ?? options.AppCategories;
        options.Decompression = _values.Flag("Decompression", options.Decompression);
        options.RecordContent = _values.Flag("RecordContent", options.RecordContent);
        foreach (var header in _values.Members("DefaultHeaders"))
        {
            options.DefaultHeaders[header.Key] = header.Value ?? "";
        }
    }

    private CallTimeouts ReadTimeouts(CallTimeouts given)
    {
        _values.Expect("Timeouts", "Connect", "Headers", "UnstreamedHeaders", "Idle", "FirstToken", "Total");
        return given with
        {
            Connect = _values.Clock("Timeouts:Connect", given.Connect),
            Headers = _values.Clock("Timeouts:Headers", given.Headers),
            UnstreamedHeaders = _values.Clock("Timeouts:UnstreamedHeaders", given.UnstreamedHeaders),
            Idle = _values.Clock("Timeouts:Idle", given.Idle),
            FirstToken = _values.Clock("Timeouts:FirstToken", given.FirstToken),
            Total = _values.Clock("Timeouts:Total", given.Total),
        };
    }

    private RetryOptions ReadRetries(RetryOptions given)
    {
        _values.Expect("Retries", "MaxRetries", "MaxLookups", "BaseDelay", "MaxDelay", "MaxRetryAfter", "Budget");
        return given with
        {
            MaxRetries = _values.Number("Retries:MaxRetries", given.MaxRetries),
            MaxLookups = _values.Number("Retries:MaxLookups", given.MaxLookups),
            BaseDelay = _values.Time("Retries:BaseDelay", given.BaseDelay),
            MaxDelay = _values.Time("Retries:MaxDelay", given.MaxDelay),
            MaxRetryAfter = _values.Time("Retries:MaxRetryAfter", given.MaxRetryAfter),
            Budget = _values.Number("Retries:Budget", given.Budget),
        };
    }

    private StreamLimits ReadLimits(StreamLimits given)
    {
        _values.Expect("Limits", "MaxEventBytes", "MaxErrorBytes", "MaxAnswerChars", "MaxBodyBytes");
        return given with
        {
            MaxEventBytes = _values.Number("Limits:MaxEventBytes", given.MaxEventBytes),
            MaxErrorBytes = _values.Number("Limits:MaxErrorBytes", given.MaxErrorBytes),
            MaxAnswerChars = _values.Number("Limits:MaxAnswerChars", given.MaxAnswerChars),
            MaxBodyBytes = _values.Number("Limits:MaxBodyBytes", given.MaxBodyBytes),
        };
    }
}
