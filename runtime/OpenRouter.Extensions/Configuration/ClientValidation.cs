using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Extensions.Registration;

namespace OpenRouter.Extensions.Configuration;

/// <summary>Checks the options of a client when the host starts, or before the client is made. All problems are told at once, with the place to mend each.</summary>
internal sealed class ClientValidation(ClientRegistration registration, IServiceProvider provider) : IValidateOptions<OpenRouterClientOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenRouterClientOptions options)
    {
        if (name != registration.Identity.OptionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        var problems = new List<SettingProblem>();
        foreach (var section in registration.Sections)
        {
            problems.AddRange(SettingsReader.Read(section, new OpenRouterClientOptions()));
        }

        if (options.ApiKey is null && !registration.IsKeyOptional && problems.TrueForAll(static problem => problem.Setting != "ApiKey"))
        {
            problems.Add(new SettingProblem("ApiKey", MissingKey()));
        }

        problems.AddRange(OptionChecks.Of(options).Select(check => new SettingProblem(check.Setting, $"{registration.PlaceOf(check.Setting)} {check.Text}")));
        if (problems.Count == 0 && ConstructionCheck.Find(options) is { } text)
        {
            problems.Add(new SettingProblem("", $"{Root}: {text}"));
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(static problem => problem.Text));
    }

    private string Root => registration.Sections.Count > 0 ? registration.Sections[^1].Path : registration.Identity.ToString();

    private string MissingKey()
    {
        var identity = registration.Identity;
        if (identity.TakesEnvironmentKey && EnvironmentKey.Find(provider) is not null)
        {
            return $"{EnvironmentKey.Variable} {KeyText.Problem}";
        }

        var place = registration.PlaceOf("ApiKey");
        var how = registration.Sections.Count > 0
            ? $"Set it in user secrets or by the environment variable {place.Replace(":", "__", StringComparison.Ordinal)}"
            : "Set it where the client is registered";
        var other = (identity.TakesEnvironmentKey, identity.Key) switch
        {
            (true, _) => $", or set the environment variable {EnvironmentKey.Variable}",
            (_, not null) => $"; a keyed client does not take that of {EnvironmentKey.Variable}",
            _ => $"; that of {EnvironmentKey.Variable} is for OpenRouterClient only",
        };
        return $"{place} is not set. {how}{other}.";
    }
}
