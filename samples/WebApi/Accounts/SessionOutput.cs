namespace WebApi.Accounts;

/// <summary>What a page is told about its session.</summary>
/// <param name="User">The name of the user.</param>
/// <param name="Csrf">The token to send with everything that changes something.</param>
/// <param name="Presets">What can be chosen.</param>
/// <param name="MaxMessages">The most messages of a conversation.</param>
/// <param name="MaxCharacters">The most characters of a conversation.</param>
internal sealed record SessionOutput(string User, string Csrf, IReadOnlyList<PresetOutput> Presets, int MaxMessages, int MaxCharacters);
