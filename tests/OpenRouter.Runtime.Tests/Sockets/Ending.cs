using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>How a stream ended for the one who read it.</summary>
internal sealed record Ending(Exception? Thrown, ChatAnswer Answer)
{
    public static async Task<Ending> OfAsync(ChatStream<TestChunk> stream, CancellationToken token)
    {
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var chunk in stream.WithCancellation(token))
            {
                Assert.NotNull(chunk);
            }
        });
        return new Ending(thrown, stream.Answer);
    }

    /// <summary>An interruption is thrown with what had arrived, a complete answer is not.</summary>
    public void AssertIs(AnswerOutcome outcome, string text)
    {
        Assert.True(outcome == Answer.Outcome, $"{Answer.Outcome}: {Thrown}");
        Assert.Equal(text, Answer.Text);
        if (outcome == AnswerOutcome.Completed)
        {
            Assert.Null(Thrown);
            return;
        }

        var interrupted = Assert.IsType<StreamInterruptedException>(Thrown);
        Assert.Equal(text, interrupted.Partial!.Text);
        Assert.True(interrupted.IsTransient);
    }
}
