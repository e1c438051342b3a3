namespace OpenRouter.Benchmarks.Bodies;

/// <summary>An event-stream body, and what a right reader gets out of it.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Chunks">Events that carry a chunk.</param>
/// <param name="Expected">What every contender must report before it is timed.</param>
internal sealed record StreamBody(string Name, byte[] Bytes, int Chunks, ReadResult Expected);
