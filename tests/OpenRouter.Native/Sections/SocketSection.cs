using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Over a socket of this machine: whole answers, broken ones, cancellation and leaving early.</summary>
internal static class SocketSection
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var framing in Enum.GetValues<Framing>())
        {
            await section.RunAsync($"whole, {framing}, {kind.Name}", () => WholeAsync(kind, framing));
            await section.RunAsync($"closed, {framing}, {kind.Name}", () => BrokenAsync(kind, framing, static peer => peer.CloseAsync()));
        }

        await section.RunAsync($"reset, {kind.Name}", () => BrokenAsync(kind, Framing.Chunked, static peer =>
        {
            peer.Reset();
            return Task.CompletedTask;
        }));
        await section.RunAsync($"left, {kind.Name}", () => LeftAsync(kind));
        await section.RunAsync($"cancelled, {kind.Name}", () => CancelledAsync(kind, hasBegun: true));
        await section.RunAsync($"cancelled before the head, {kind.Name}", () => CancelledAsync(kind, hasBegun: false));
        await section.RunAsync($"nobody there, {kind.Name}", async () =>
        {
            var server = new FaultServer(static (_, _) => Task.CompletedTask);
            await server.DisposeAsync();
            await using var stream = Open(kind, server);
            Assert.True((await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync())).IsTransient);
        });
    }

    private static async Task WholeAsync<TChunk>(ChatKind<TChunk> kind, Framing framing)
        where TChunk : class, IChatChunk<TChunk>
    {
        var body = Wire.Text("Hi") + Wire.Finish() + Wire.Done;
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(framing, body.Length);
            foreach (var piece in body.Chunk(17))
            {
                await peer.BodyAsync(new string(piece));
            }

            await (framing is Framing.Chunked or Framing.Length ? peer.EndAsync() : peer.CloseAsync());
        });
        await using var stream = Open(kind, server);

        var answer = await stream.CollectAsync();

        Assert.Equal((AnswerOutcome.Completed, "Hi", true), (answer.Outcome, answer.Text, answer.DoneSeen));
    }

    private static async Task BrokenAsync<TChunk>(ChatKind<TChunk> kind, Framing framing, Func<FaultPeer, Task> breakOff)
        where TChunk : class, IChatChunk<TChunk>
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(framing, 1000);
            await peer.BodyAsync(Wire.Text("Hi"));
            await read.Task;
            await breakOff(peer);
        });
        await using var chunks = Open(kind, server).GetAsyncEnumerator();
        Assert.True(await chunks.MoveNextAsync());
        read.SetResult();

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(async () => await chunks.MoveNextAsync());

        Assert.Equal(("Hi", AnswerOutcome.Interrupted), (thrown.Partial!.Text, thrown.Partial.Outcome));
    }

    private static async Task LeftAsync<TChunk>(ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        await using var server = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi"));
        });
        var stream = Open(kind, server);
        await foreach (var chunk in stream)
        {
            Assert.Equal("Hi", kind.Print(chunk));
            break;
        }

        await server.Peers.Single().Closed.WaitAsync(Soon);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
    }

    private static async Task CancelledAsync<TChunk>(ChatKind<TChunk> kind, bool hasBegun)
        where TChunk : class, IChatChunk<TChunk>
    {
        using var source = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async (peer, _) =>
        {
            if (hasBegun)
            {
                await peer.HeadAsync();
                await peer.BodyAsync(Wire.Text("Hi"));
            }

            asked.SetResult();
        });
        await using var stream = Open(kind, server, source.Token);
        var chunks = stream.GetAsyncEnumerator();
        Assert.True(!hasBegun || await chunks.MoveNextAsync());
        var next = chunks.MoveNextAsync().AsTask();
        await asked.Task;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        await server.Peers.Single().Closed.WaitAsync(Soon);
        Assert.Equal((source.Token, AnswerOutcome.Cancelled, hasBegun ? "Hi" : ""), (thrown.CancellationToken, stream.Answer.Outcome, stream.Answer.Text));
    }

    private static ChatStream<TChunk> Open<TChunk>(ChatKind<TChunk> kind, FaultServer server, CancellationToken cancellationToken = default)
        where TChunk : class, IChatChunk<TChunk>
        => kind.Open(null, options => options.BaseAddress = server.Address, cancellationToken);
}
