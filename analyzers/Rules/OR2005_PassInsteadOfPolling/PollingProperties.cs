namespace OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class PollingProperties
{
    /// <summary>The name of the method that the token is passed to.</summary>
    public const string Call = nameof(Call);
}
