namespace OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class CheckErrorChunkProperties
{
    /// <summary>Members from a chunk to its error, such as <c>Choices[].Error</c>.</summary>
    public const string ErrorPath = nameof(ErrorPath);
}
