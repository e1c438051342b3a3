namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>What rules about model ids tell their fixes, by key of the diagnostic's properties.</summary>
internal static class ModelIdProperties
{
    /// <summary>The id as it is written.</summary>
    public const string Written = nameof(Written);

    /// <summary>The id that should stand there instead.</summary>
    public const string Replacement = nameof(Replacement);
}
