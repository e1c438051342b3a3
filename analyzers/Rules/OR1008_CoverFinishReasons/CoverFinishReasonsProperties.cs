namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class CoverFinishReasonsProperties
{
    /// <summary>The values that lack an arm, one on each line: the name of the constant, a space, the text.</summary>
    public const string Missing = nameof(Missing);
}
