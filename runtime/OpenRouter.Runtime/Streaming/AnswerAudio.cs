using System.Runtime.CompilerServices;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Sound that a model made.</summary>
/// <param name="Id">The id to refer to it in the next request.</param>
/// <param name="Data">The bytes, in the format of the request.</param>
/// <param name="Transcript">What is said in it.</param>
public sealed record AnswerAudio(string? Id, ReadOnlyMemory<byte> Data, string Transcript)
{
    /// <summary>Equals itself alone: its bytes are not compared.</summary>
    public bool Equals(AnswerAudio? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
