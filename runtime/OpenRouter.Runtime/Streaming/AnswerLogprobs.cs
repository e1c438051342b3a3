using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>How probable the tokens of an answer were, an entry a token, as the service sent them.</summary>
/// <param name="Content">The tokens of the text.</param>
/// <param name="Refusal">The tokens of a refusal.</param>
public sealed record AnswerLogprobs(IReadOnlyList<JsonElement> Content, IReadOnlyList<JsonElement> Refusal)
{
    /// <summary>Equals itself alone: lists have no values to compare.</summary>
    public bool Equals(AnswerLogprobs? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
