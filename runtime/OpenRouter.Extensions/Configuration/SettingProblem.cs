namespace OpenRouter.Extensions.Configuration;

/// <summary>Something that is wrong with a setting. Values are never quoted: what stands in the wrong place may be a secret.</summary>
/// <param name="Setting">The path of the setting below its section.</param>
/// <param name="Text">The message: where, what is wrong, what would be right.</param>
internal sealed record SettingProblem(string Setting, string Text);
