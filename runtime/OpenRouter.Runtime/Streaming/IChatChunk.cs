using OpenRouter.Core;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One piece of a streamed chat answer. The generator writes the implementation.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IChatChunk<TSelf> : IJsonReadable<TSelf>
    where TSelf : class, IChatChunk<TSelf>
{
    /// <summary>Tells every part of the chunk to <paramref name="accumulator"/>.</summary>
    void Describe(ChatAccumulator accumulator);

    /// <summary>Makes one chunk of the chunk that ended the answer and one that came after it.</summary>
    static abstract TSelf MergeEnd(TSelf held, TSelf later);

    /// <summary>
    /// Where the texts stand that change from chunk to chunk: paths of member names with dots between, in which a list stands for its
    /// first item; empty for one that this type has not.
    /// </summary>
    static abstract IReadOnlyList<string> VaryingTexts { get; }

    /// <summary>Makes a copy with other texts at <see cref="VaryingTexts"/>, by number; null leaves one as it is.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="details">The JSON of the reasoning details, when a text in them is another; else null.</param>
    TSelf WithTexts(ReadOnlySpan<string?> texts, byte[]? details);

    /// <summary>Makes a chunk that tells of a recovery and holds nothing else.</summary>
    static abstract TSelf OfRecovery(StreamRecovery recovery);
}
