using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Configuration;

/// <summary>The key of the environment.</summary>
internal static class EnvironmentKey
{
    /// <summary>The name of the variable.</summary>
    public const string Variable = "OPENROUTER_API_KEY";

    /// <summary>The key; null when there is none or when it is none.</summary>
    public static ApiKey? Read(IServiceProvider provider) => Find(provider) is { } text ? KeyText.Read(text) : null;

    /// <summary>The text of the variable. The configuration of a host holds the environment, and user secrets over it; a container without a host has the process alone.</summary>
    public static string? Find(IServiceProvider provider)
        => NotBlank(provider.GetService<IConfiguration>()?[Variable]) ?? NotBlank(Environment.GetEnvironmentVariable(Variable));

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
