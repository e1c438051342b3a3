using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>The clocks of a stream, on a time that stands still until it is moved.</summary>
internal static class ClockSection
{
    private static readonly string[] KeepAlives = [": OPENROUTER PROCESSING\n\n", ": \n", "\n", "data:\n\n"];

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        await section.RunAsync($"no headers, {kind.Name}", () => HeadersAsync(kind));
        await section.RunAsync($"idle, {kind.Name}", () => SilenceAsync(kind, CallClock.Idle, new CallTimeouts(), TimeSpan.FromSeconds(90)));
        await section.RunAsync($"idle of a second, {kind.Name}", () => SilenceAsync(kind, CallClock.Idle, new CallTimeouts { Idle = TimeSpan.FromSeconds(1) }, TimeSpan.FromSeconds(1)));
        await section.RunAsync($"total, {kind.Name}", () => SilenceAsync(kind, CallClock.Total, new CallTimeouts { Total = TimeSpan.FromSeconds(60) }, TimeSpan.FromSeconds(60)));
        foreach (var keepAlive in KeepAlives)
        {
            await section.RunAsync($"kept alive, {kind.Name}", () => KeptAliveAsync(kind, keepAlive));
        }

        await section.RunAsync($"idle behind the reason, {kind.Name}", async () =>
        {
            var (time, body) = (new ManualTime(), new FedStream());
            await using var stream = Open(kind, time, body, new CallTimeouts());
            var collecting = stream.CollectAsync();
            body.Feed(Wire.Text("Hi") + Wire.Finish());
            await body.Starved();
            time.Advance(TimeSpan.FromSeconds(90));
            var answer = await collecting;
            Assert.Equal((AnswerOutcome.Completed, "Hi", false, 0), (answer.Outcome, answer.Text, answer.DoneSeen, time.Waiting));
        });
    }

    private static async Task HeadersAsync<TChunk>(ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        var time = new ManualTime();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stream = kind.Open(
            new Script(async (_, token) =>
            {
                arrived.TrySetResult();
                var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var registration = token.Register(() => never.TrySetCanceled(token));
                return await never.Task;
            }),
            options => options.TimeProvider = time);
        var collecting = stream.CollectAsync();
        await arrived.Task;
        time.Advance(TimeSpan.FromSeconds(120) - TimeSpan.FromTicks(1));
        Assert.True(!collecting.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);
        Assert.Equal((CallClock.Headers, 0), (thrown.Clock, time.Waiting));
        Assert.Contains("120 seconds", thrown.Message);
    }

    private static async Task SilenceAsync<TChunk>(ChatKind<TChunk> kind, CallClock clock, CallTimeouts timeouts, TimeSpan limit)
        where TChunk : class, IChatChunk<TChunk>
    {
        var (time, body) = (new ManualTime(), new FedStream());
        await using var stream = Open(kind, time, body, timeouts);
        var collecting = stream.CollectAsync();
        body.Feed(Wire.Text("Hi"));
        await body.Starved();
        time.Advance(limit - TimeSpan.FromTicks(1));
        Assert.True(!collecting.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);
        Assert.Equal((clock, "Hi", 0), (thrown.Clock, thrown.Partial!.Text, time.Waiting));
    }

    private static async Task KeptAliveAsync<TChunk>(ChatKind<TChunk> kind, string keepAlive)
        where TChunk : class, IChatChunk<TChunk>
    {
        var (time, body) = (new ManualTime(), new FedStream());
        await using var stream = Open(kind, time, body, new CallTimeouts());
        var collecting = stream.CollectAsync();
        await body.Starved();
        for (var count = 0; count < 5; count++)
        {
            time.Advance(TimeSpan.FromSeconds(89));
            body.Feed(keepAlive);
            await body.Starved();
        }

        Assert.True(!collecting.IsCompleted);
        body.Feed(Wire.Text("Hi") + Wire.Finish() + Wire.Done);
        body.End();
        Assert.Equal("Hi", (await collecting).Text);
    }

    private static ChatStream<TChunk> Open<TChunk>(ChatKind<TChunk> kind, ManualTime time, Stream body, CallTimeouts timeouts)
        where TChunk : class, IChatChunk<TChunk>
        => kind.Open(Script.Streams(body), options => (options.TimeProvider, options.Timeouts) = (time, timeouts));
}
