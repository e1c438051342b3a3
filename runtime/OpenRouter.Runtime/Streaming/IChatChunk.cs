using OpenRouter.Core;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One piece of a streamed chat answer. The generator writes the implementation.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IChatChunk<TSelf> : IVarying<TSelf>
    where TSelf : class, IChatChunk<TSelf>
{
    /// <summary>Tells every part of the chunk to <paramref name="accumulator"/>.</summary>
    void Describe(ChatAccumulator accumulator);

    /// <summary>Makes one chunk of the chunk that ended the answer and one that came after it.</summary>
    static abstract TSelf MergeEnd(TSelf held, TSelf later);

    /// <summary>Makes a chunk that tells of a recovery and holds nothing else.</summary>
    static abstract TSelf OfRecovery(StreamRecovery recovery);
}
