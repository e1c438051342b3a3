namespace WebApi.Accounts;

/// <summary>A preset as a page shows it.</summary>
internal sealed record PresetOutput(string Name, string Title);
