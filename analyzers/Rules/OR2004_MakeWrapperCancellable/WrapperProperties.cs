namespace OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class WrapperProperties
{
    /// <summary>The name of the method that a new token is passed to.</summary>
    public const string Call = nameof(Call);

    /// <summary>The name of the parameter that is there already.</summary>
    public const string Token = nameof(Token);
}
