using System.Text.Json;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>One data line of a recorded chat stream, and what a reader knows once it has it.</summary>
/// <param name="End">The place of the byte after its data.</param>
/// <param name="Chunk">The JSON; of the kind undefined for the end mark.</param>
/// <param name="Text">The text so far.</param>
/// <param name="HasFinish">Whether a finish reason has been seen.</param>
/// <param name="HasUsage">Whether usage has been seen.</param>
/// <param name="EndsWithUsage">Whether this chunk brings usage and no content.</param>
/// <param name="HasError">Whether an error has been seen.</param>
internal sealed record WireEvent(int End, JsonElement Chunk, string Text, bool HasFinish, bool HasUsage, bool EndsWithUsage, bool HasError)
{
    public static WireEvent None { get; } = new(0, default, "", false, false, false, false);

    public bool IsDone => Chunk.ValueKind == JsonValueKind.Undefined && End > 0;

    /// <summary>Protocol 17.7: a finish reason, or usage after the content, proves that an answer is whole.</summary>
    public bool ProvesCompleteness => !HasError && (HasFinish || EndsWithUsage || (HasUsage && IsDone));
}
