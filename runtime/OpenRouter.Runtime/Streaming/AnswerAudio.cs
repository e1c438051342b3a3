namespace OpenRouter.Runtime.Streaming;

/// <summary>Sound that a model made.</summary>
/// <param name="Id">The id to refer to it in the next request.</param>
/// <param name="Data">The bytes, in the format of the request.</param>
/// <param name="Transcript">What is said in it.</param>
public sealed record AnswerAudio(string? Id, ReadOnlyMemory<byte> Data, string Transcript);
