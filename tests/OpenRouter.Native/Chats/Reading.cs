using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Native.Chats;

/// <summary>What came out of a stream: the texts of its chunks, the answer, and the exception that ended it.</summary>
internal sealed record Reading(IReadOnlyList<string> Texts, ChatAnswer Answer, OpenRouterException? Failure)
{
    /// <summary>The text that had arrived when the stream ended, however it did.</summary>
    public string Text => Failure?.Partial?.Text ?? Answer.Text;

    /// <summary>Completed, interrupted or failed, as the type of the exception says it.</summary>
    public AnswerOutcome Thrown => Failure switch
    {
        null => AnswerOutcome.Completed,
        StreamInterruptedException => AnswerOutcome.Interrupted,
        _ => AnswerOutcome.Failed,
    };

    /// <summary>Reads by the loop. Any other exception than the documented ones is for the caller.</summary>
    public static async Task<Reading> LoopAsync<TChunk>(ChatKind<TChunk> kind, ChatStream<TChunk> stream)
        where TChunk : class, IChatChunk<TChunk>
    {
        var texts = new List<string>();
        await using (stream)
        {
            try
            {
                await foreach (var chunk in stream)
                {
                    texts.Add(kind.Print(chunk));
                }

                return new Reading(texts, stream.Answer, null);
            }
            catch (OpenRouterException failure)
            {
                return new Reading(texts, stream.Answer, failure);
            }
        }
    }

    /// <summary>Reads in one call.</summary>
    public static async Task<Reading> CollectAsync<TChunk>(ChatStream<TChunk> stream)
        where TChunk : class, IChatChunk<TChunk>
    {
        await using (stream)
        {
            try
            {
                return new Reading([], await stream.CollectAsync(), null);
            }
            catch (OpenRouterException failure)
            {
                return new Reading([], stream.Answer, failure);
            }
        }
    }
}
