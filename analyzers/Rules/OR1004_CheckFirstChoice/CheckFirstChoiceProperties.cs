namespace OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class CheckFirstChoiceProperties
{
    /// <summary>Present when the list may be absent, and never empty.</summary>
    public const string IsNeverEmpty = nameof(IsNeverEmpty);

    /// <summary>Present when the list may be absent.</summary>
    public const string MayBeNull = nameof(MayBeNull);
}
