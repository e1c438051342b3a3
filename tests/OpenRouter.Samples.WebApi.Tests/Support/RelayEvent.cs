using System.Text.Json;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>An event of a relay.</summary>
internal sealed record RelayEvent(string Type, JsonElement Data)
{
    public bool IsTerminal => Type is "done" or "error";

    public string? this[string member] => Data.TryGetProperty(member, out var value) ? value.ToString() : null;
}
