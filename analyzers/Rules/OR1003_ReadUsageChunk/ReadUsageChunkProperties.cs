namespace OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class ReadUsageChunkProperties
{
    /// <summary>Present when the loop can go on: nothing in it needs a choice in every chunk.</summary>
    public const string CanGoOn = nameof(CanGoOn);
}
