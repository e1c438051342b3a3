using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Recovery;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Answers that broke off and were restarted, continued, or asked of another model.</summary>
internal static class RecoverySection
{
    private static readonly string Broken = Wire.Text(ContinuationVectors.Story);
    private static readonly string Whole = Wire.Text("A whole") + Wire.Text(" answer") + Wire.Finish() + Wire.Usage();

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var (continuation, kept) in ContinuationVectors.All)
        {
            foreach (var size in new[] { 1, 2, 3, 5, 100 })
            {
                await section.RunAsync($"continue by {continuation} in pieces of {size}, {kind.Name}", () => ContinueAsync(kind, continuation, size, kept));
            }
        }

        await section.RunAsync($"nothing asked for, {kind.Name}", async () =>
        {
            var (attempts, reading) = await ReadAsync(kind, Whole);
            Assert.Equal((1, ContinuationVectors.Story, AnswerOutcome.Interrupted), (attempts.Count, reading.Text, reading.Thrown));
        });
        await section.RunAsync($"restart, {kind.Name}", async () =>
        {
            var (attempts, reading) = await ReadAsync(kind, Whole, RecoveryStep.Restart);
            Assert.Equal([ContinuationVectors.Story, "<Restart True>", "A whole", " answer", ""], reading.Texts);
            Assert.Equal(("A whole answer", AnswerOutcome.Completed, 1), (reading.Answer.Text, reading.Answer.Outcome, reading.Answer.Recoveries.Count));
            Assert.Equal(attempts.Script.Bodies[0], attempts.Script.Bodies[1]);
        });
        await section.RunAsync($"other model, {kind.Name}", async () =>
        {
            var (attempts, reading) = await ReadAsync(kind, Whole, RecoveryStep.OtherModel("acme/other"));
            using var sent = JsonDocument.Parse(attempts.Script.Bodies[1]);
            Assert.Equal(("A whole answer", "acme/other"), (reading.Answer.Text, sent.RootElement.GetProperty("model").GetString()));
        });
        await section.RunAsync($"unstreamed, {kind.Name}", async () =>
        {
            var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Json(200, """{"choices":[{"index":0,"message":{"content":"Whole"},"finish_reason":"stop"}],"usage":{"total_tokens":4}}"""));
            var reading = await Reading.LoopAsync(kind, kind.Open(attempts.Script, attempts.With(RetryOptions.None)).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Unstreamed] }));
            Assert.Equal([ContinuationVectors.Story, "<Unstreamed True>", "Whole"], reading.Texts);
        });
    }

    private static async Task ContinueAsync<TChunk>(ChatKind<TChunk> kind, string continuation, int size, string kept)
        where TChunk : class, IChatChunk<TChunk>
    {
        var (attempts, reading) = await ReadAsync(kind, string.Concat(continuation.Chunk(size).Select(static piece => Wire.Text(new string(piece)))) + Wire.Finish(), RecoveryStep.Continue);

        Assert.Equal(ContinuationVectors.Story + kept, reading.Answer.Text);
        Assert.Equal([ContinuationVectors.Story, "<Continue False>"], reading.Texts.Take(2));
        Assert.Equal(kept, string.Concat(reading.Texts.Skip(2)));
        using var sent = JsonDocument.Parse(attempts.Script.Bodies[1]);
        var last = sent.RootElement.GetProperty("messages").EnumerateArray().Last();
        Assert.Equal(("assistant", ContinuationVectors.Story.TrimEnd()), (last.GetProperty("role").GetString(), last.GetProperty("content").GetString()));
    }

    private static async Task<(Attempts Attempts, Reading Reading)> ReadAsync<TChunk>(ChatKind<TChunk> kind, string second, params RecoveryStep[] steps)
        where TChunk : class, IChatChunk<TChunk>
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(second));
        var stream = kind.Open(attempts.Script, attempts.With(RetryOptions.None));
        return (attempts, await Reading.LoopAsync(kind, steps.Length == 0 ? stream : stream.WithRecovery(new RecoveryOptions { Steps = steps })));
    }
}
