namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>What the rule tells its fix. Never the key: findings end up in logs.</summary>
internal static class KeyProperties
{
    /// <summary>The value is the key and nothing else, so another expression can stand in its place.</summary>
    public const string IsKeyAlone = nameof(IsKeyAlone);
}
