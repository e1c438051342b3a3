using Microsoft.Extensions.Configuration;

namespace OpenRouter.Extensions.Registration;

/// <summary>What was said of a client while services were registered.</summary>
internal sealed class ClientRegistration(ClientIdentity identity)
{
    public ClientIdentity Identity { get; } = identity;

    /// <summary>The sections that it reads, in order.</summary>
    public List<IConfigurationSection> Sections { get; } = [];

    /// <summary>Whether it may do without a key.</summary>
    public bool IsKeyOptional { get; set; }

    /// <summary>Where a setting is set, for messages.</summary>
    /// <param name="setting">Its path, such as <c>Timeouts:Idle</c>.</param>
    public string PlaceOf(string setting) => Sections.Count > 0
        ? $"{Sections[^1].Path}:{setting}"
        : $"{setting.Replace(':', '.')} of {Identity}";
}
