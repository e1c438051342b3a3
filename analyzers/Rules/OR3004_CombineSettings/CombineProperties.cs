namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>What the rule tells its fix, by key of the diagnostic's properties.</summary>
internal static class CombineProperties
{
    /// <summary>There when nothing is lost with the step but the setting itself.</summary>
    public const string IsRemovable = nameof(IsRemovable);
}
