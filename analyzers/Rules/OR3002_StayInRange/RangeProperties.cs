namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>What the rule tells its fix, by key of the diagnostic's properties.</summary>
internal static class RangeProperties
{
    /// <summary>The accepted number that is nearest to the one that is written.</summary>
    public const string Nearest = nameof(Nearest);
}
