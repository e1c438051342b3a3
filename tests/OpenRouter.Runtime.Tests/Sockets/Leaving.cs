using System.Diagnostics;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>The ways to leave a stream before its end. Each gives the time stamp of the moment it was left.</summary>
internal static class Leaving
{
    public const string Break = "break";
    public const string BreakText = "break out of text";
    public const string DisposeEnumerator = "dispose the enumerator";
    public const string DisposeStream = "dispose the stream";
    public const string Throw = "throw in the loop";
    public const string CancelCall = "cancel the call";
    public const string CancelLoop = "cancel the loop";
    public const string DisposeWhileReading = "dispose the stream while it is read";

    /// <summary>Between two steps of the loop.</summary>
    public static readonly string[] Quiet = [Break, BreakText, DisposeEnumerator, DisposeStream, Throw];

    /// <summary>From outside, while a step waits.</summary>
    public static readonly string[] Sudden = [CancelCall, CancelLoop, DisposeWhileReading];

    /// <summary>Reads one chunk and leaves.</summary>
    public static async Task<long> AfterOneChunkAsync(string way, ApiTransport transport, CancellationToken token)
    {
        var left = 0L;
        var stream = transport.StreamChat<TestChunk>(Script.ChatRequest(), token);
        switch (way)
        {
            case Break or Throw:
                var thrown = await Record.ExceptionAsync(async () =>
                {
                    await foreach (var chunk in stream.WithCancellation(token))
                    {
                        Assert.Equal("Hi", chunk.Text);
                        left = Stopwatch.GetTimestamp();
                        if (way == Throw)
                        {
                            throw new NotSupportedException("of the loop");
                        }

                        break;
                    }
                });
                Assert.Equal(way == Throw ? typeof(NotSupportedException) : null, thrown?.GetType());
                break;
            case BreakText:
                await foreach (var text in stream.TextAsync(token))
                {
                    Assert.Equal("Hi", text);
                    left = Stopwatch.GetTimestamp();
                    break;
                }

                break;
            default:
                var chunks = stream.GetAsyncEnumerator(token);
                Assert.True(await chunks.MoveNextAsync());
                left = Stopwatch.GetTimestamp();
                await (way == DisposeStream ? stream.DisposeAsync() : chunks.DisposeAsync());
                break;
        }

        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
        Assert.Equal("Hi", stream.Answer.Text);
        return left;
    }

    /// <summary>Leaves while a step waits, after <paramref name="reached"/>.</summary>
    public static async Task<long> WhileWaitingAsync(string way, ApiTransport transport, LeavingPoint point, Task reached)
    {
        using var call = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stream = transport.StreamChat<TestChunk>(Script.ChatRequest(), call.Token);
        var reading = ReadAsync(stream, seen, loop.Token);
        await reached;
        if (point.HasChunk())
        {
            await seen.Task;
        }

        var left = Stopwatch.GetTimestamp();
        await (way switch
        {
            CancelCall => call.CancelAsync(),
            CancelLoop => loop.CancelAsync(),
            _ => stream.DisposeAsync().AsTask(),
        });
        var ended = await Record.ExceptionAsync(() => reading);
        if (ended is null)
        {
            // The finish reason was read before the stream was disposed: then the answer was whole, and leaving it cancels nothing.
            Assert.False(way is CancelCall or CancelLoop);
            Assert.Equal((LeavingPoint.InHeldEnd, AnswerOutcome.Completed), (point, stream.Answer.Outcome));
            return left;
        }

        var thrown = Assert.IsAssignableFrom<OperationCanceledException>(ended);
        Assert.Equal(way == CancelLoop ? loop.Token : call.Token, thrown.CancellationToken);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
        Assert.Equal(point.HasChunk() ? "Hi" : "", stream.Answer.Text);
        return left;
    }

    private static async Task ReadAsync(ChatStream<TestChunk> stream, TaskCompletionSource seen, CancellationToken token)
    {
        await foreach (var chunk in stream.WithCancellation(token))
        {
            Assert.Equal(chunk.FinishReason is null ? "Hi" : "", chunk.Text);
            seen.TrySetResult();
        }
    }
}
