namespace OpenRouter.Analyzers;

/// <summary>The ids of all rules; once shipped, an id never changes its meaning.</summary>
internal static class RuleIds
{
    public const string ObserveFinishReason = "OR1001";
    public const string PassCancellationToken = "OR2001";
}
