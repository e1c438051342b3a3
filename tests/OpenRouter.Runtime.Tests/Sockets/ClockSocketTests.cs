using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>Clocks over real connections: the one that runs out closes them, over every stack.</summary>
public sealed class ClockSocketTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, CallClock> Cases => new(
        new[] { Through.Own, Through.Handler, Through.Client }.SelectMany(
            static _ => new[] { CallClock.Headers, CallClock.Idle, CallClock.FirstToken, CallClock.Total }, static (stack, clock) => (stack, clock)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Clock_ThatRunsOut_ClosesTheConnectionAndIsNamed(string stack, CallClock clock)
    {
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async (peer, _) =>
        {
            if (clock != CallClock.Headers)
            {
                await peer.HeadAsync();
                await peer.BodyAsync(clock == CallClock.FirstToken ? ": OPENROUTER PROCESSING\n\n" : Wire.Text("Hi"));
            }

            silent.TrySetResult();
            await peer.Closed;
        });
        using var through = new Through(stack, server.Address, options => (options.TimeProvider, options.Timeouts) = (_time, Timeouts(clock)));
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        stream.OnKeepAlive = _ => arrived.TrySetResult();
        var reading = ReadAsync(stream, arrived);
        await silent.Task.WaitAsync(Token);
        if (clock != CallClock.Headers)
        {
            await arrived.Task.WaitAsync(Token);
        }

        var thrown = await PassAsync(reading);

        Assert.Equal(clock, thrown.Clock);
        Assert.Equal(clock is CallClock.Idle or CallClock.Total ? "Hi" : "", thrown.Partial!.Text);
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromSeconds(5), Token);
        Assert.Equal(0, _time.Waiting);
    }

    private static CallTimeouts Timeouts(CallClock clock)
    {
        var off = new CallTimeouts { Connect = null, Headers = null, Idle = null };
        var limit = TimeSpan.FromSeconds(30);
        return clock switch
        {
            CallClock.Headers => off with { Headers = limit },
            CallClock.Idle => off with { Idle = limit },
            CallClock.FirstToken => off with { FirstToken = limit },
            _ => off with { Total = limit },
        };
    }

    private static async Task ReadAsync(ChatStream<TestChunk> stream, TaskCompletionSource arrived)
    {
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            arrived.TrySetResult();
        }
    }

    /// <summary>Moves the clock on until the call has ended: the read that is to be limited may begin a moment later.</summary>
    private async Task<StreamInterruptedException> PassAsync(Task reading)
    {
        for (var steps = 0; !reading.IsCompleted && steps < 100_000; steps++)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        return await Assert.ThrowsAsync<StreamInterruptedException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10), Token));
    }
}
