using Microsoft.Extensions.Options;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Registration;

/// <summary>Which client is meant, and by what names the parts of .NET know it.</summary>
/// <param name="Client">The type of the client.</param>
/// <param name="Key">The key of the service; null for the one without.</param>
internal sealed record ClientIdentity(Type Client, string? Key)
{
    /// <summary>The name of its options. That of the plain client is empty, so that <c>Configure&lt;OpenRouterClientOptions&gt;</c> reaches it.</summary>
    public string OptionsName => (IsOpenRouter, Key) switch
    {
        (true, var key) => key ?? Options.DefaultName,
        (false, null) => Client.FullName ?? Client.Name,
        (false, var key) => $"{Client.FullName}:{key}",
    };

    /// <summary>The name of its HTTP client.</summary>
    public string HttpName => OptionsName.Length == 0 ? "OpenRouter" : $"OpenRouter:{OptionsName}";

    /// <summary>The section that is read of a whole configuration.</summary>
    public string SectionPath => Key is null ? "OpenRouter" : $"OpenRouter:{Key}";

    /// <summary>
    /// Whether the key of the environment is for it. Another account must not be charged by mistake, and another service must not be shown the key.
    /// </summary>
    public bool TakesEnvironmentKey => IsOpenRouter && Key is null;

    private bool IsOpenRouter => Client == typeof(OpenRouterClient);

    /// <summary>How messages call it.</summary>
    public override string ToString() => Key is null ? Client.Name : $"{Client.Name} \"{Key}\"";
}
