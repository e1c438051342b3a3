using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Sharing;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>One stream for many readers.</summary>
internal static class ShareSection
{
    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var readers in new[] { 1, 3, 100 })
        {
            await section.RunAsync($"{readers} readers, {kind.Name}", () => ManyAsync(kind, readers));
        }

        await section.RunAsync($"broken, {kind.Name}", async () =>
        {
            await using var shared = kind.OpenBody(Wire.Text("a") + Wire.Text("b")).Share();
            for (var reader = 0; reader < 3; reader++)
            {
                Assert.Equal("ab", (await Assert.ThrowsAsync<StreamInterruptedException>(() => ReadAsync(kind, shared))).Partial!.Text);
            }
        });
        await section.RunAsync($"too late, {kind.Name}", async () =>
        {
            await using var shared = kind.OpenBody(string.Concat(Enumerable.Repeat(Wire.Text("x"), 10)) + Wire.Finish()).Share(capacity: 4);
            await shared.Completion;
            Assert.Equal(7, (await Assert.ThrowsAsync<ReaderDroppedException>(() => ReadAsync(kind, shared))).Missed);
            Assert.Equal("xxxxxxxxxx", shared.Answer.Text);
        });
        await section.RunAsync($"disposed, {kind.Name}", async () =>
        {
            var body = new PieceStream([Wire.Bytes(Wire.Text("a"))], hangs: true);
            var shared = kind.Open(Script.Streams(body)).Share();
            var reading = ReadAsync(kind, shared);
            await body.Hanging.Task;
            await shared.DisposeAsync();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
            Assert.True(body.IsDisposed);
        });
    }

    private static async Task ManyAsync<TChunk>(ChatKind<TChunk> kind, int count)
        where TChunk : class, IChatChunk<TChunk>
    {
        var body = new FedStream();
        await using var shared = kind.Open(Script.Streams(body)).Share();
        var readers = Enumerable.Range(0, count).Select(_ => Task.Run(() => ReadAsync(kind, shared))).ToList();
        for (var number = 0; number < 200; number++)
        {
            body.Feed(Wire.Text($"{number},"));
        }

        body.Feed(Wire.Finish());
        body.End();
        var expected = string.Concat(Enumerable.Range(0, 200).Select(static number => $"{number},"));
        Assert.Equal(Enumerable.Repeat(expected, count), (await Task.WhenAll(readers)).Select(static texts => string.Concat(texts)));
        Assert.Equal((expected, AnswerOutcome.Completed), (shared.Answer.Text, shared.Answer.Outcome));
    }

    private static async Task<List<string>> ReadAsync<TChunk>(ChatKind<TChunk> kind, SharedChatStream<TChunk> shared)
        where TChunk : class, IChatChunk<TChunk>
    {
        var seen = new List<string>();
        await foreach (var chunk in shared.ReadAllAsync())
        {
            seen.Add(kind.Print(chunk));
        }

        return seen;
    }
}
