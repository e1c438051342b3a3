namespace OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;

/// <summary>What the rule tells its fix, by key of the diagnostic's properties.</summary>
internal static class SendProperties
{
    /// <summary>The only method by which the request can be sent.</summary>
    public const string SendingMethod = nameof(SendingMethod);
}
