namespace OpenRouter.Runtime.Streaming;

/// <summary>A chunk that is kept back.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
/// <param name="Chunk">The chunk.</param>
/// <param name="Facts">What it showed.</param>
internal sealed record HeldChunk<TChunk>(TChunk Chunk, StepFacts Facts);
