namespace OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class TimeLimitProperties
{
    /// <summary>Present when the value of a limit is reported, absent when the creation of the client is.</summary>
    public const string IsValue = nameof(IsValue);
}
