namespace OpenRouter.Analyzers;

/// <summary>What an analyzer tells the code fix of its rule, by key of the diagnostic's properties.</summary>
internal static class FixProperties
{
    /// <summary>Members from a chunk to its finish reason, such as <c>Choices[].FinishReason</c>.</summary>
    public const string FinishPath = nameof(FinishPath);

    /// <summary>The method that collects the whole answer.</summary>
    public const string Collector = nameof(Collector);

    /// <summary>The property of the collected answer that holds the text.</summary>
    public const string CollectedText = nameof(CollectedText);

    /// <summary>Expressions that can be passed as the token, best first, one on each line.</summary>
    public const string Tokens = nameof(Tokens);

    /// <summary>The parameter that takes the token.</summary>
    public const string TokenParameter = nameof(TokenParameter);

    /// <summary>The position of that parameter among the ones that are written at the call.</summary>
    public const string TokenPosition = nameof(TokenPosition);
}
