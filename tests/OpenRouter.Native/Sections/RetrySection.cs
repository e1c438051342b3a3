using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Retries;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Which failures are repeated, on a clock that jumps over the waits.</summary>
internal static class RetrySection
{
    private static readonly string Good = Wire.Text("Hi") + Wire.Finish() + Wire.Done;

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var status in RetryVectors.Repeated)
        {
            await section.RunAsync($"{status}, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Error(status), Attempts.Stream(Good)), isRepeated: true));
        }

        foreach (var status in RetryVectors.Refused)
        {
            await section.RunAsync($"{status}, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Error(status), Attempts.Stream(Good)), isRepeated: false));
        }

        foreach (var (error, isRepeated) in RetryVectors.InAStream)
        {
            await section.RunAsync($"{error}, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Stream(Wire.Event($$"""{"error":{{error}}}""")), Attempts.Stream(Good)), isRepeated));
        }

        foreach (var preamble in RetryVectors.Preambles)
        {
            await section.RunAsync($"{preamble}, broken, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Breaks(preamble), Attempts.Stream(Good)), isRepeated: true));
            await section.RunAsync($"{preamble}, ended, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Stream(preamble), Attempts.Stream(Good)), isRepeated: true));
        }

        foreach (var delta in RetryVectors.Contents)
        {
            await section.RunAsync($"{delta}, {kind.Name}", () => CheckAsync(kind, Attempts.Of(Attempts.Breaks(Wire.Choice(delta)), Attempts.Stream(Good)), isRepeated: false));
        }

        await section.RunAsync($"asked to wait, {kind.Name}", async () =>
        {
            var attempts = Attempts.Of(Attempts.Error(503, ("Retry-After", "7")), Attempts.Stream(Good));
            var reading = await Reading.CollectAsync(kind.Open(attempts.Script, attempts.With()));
            Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(7)], reading.Answer.Attempts.Select(static attempt => attempt.Delay));
        });
        await section.RunAsync($"never well, {kind.Name}", async () =>
        {
            var attempts = Attempts.Of(Attempts.Error(503));
            var reading = await Reading.CollectAsync(kind.Open(attempts.Script, attempts.With()));
            Assert.Equal((3, 3, 503), (attempts.Count, reading.Failure!.Attempts.Count, reading.Failure.StatusCode));
        });
    }

    private static async Task CheckAsync<TChunk>(ChatKind<TChunk> kind, Attempts attempts, bool isRepeated)
        where TChunk : class, IChatChunk<TChunk>
    {
        var reading = await Reading.LoopAsync(kind, kind.Open(attempts.Script, attempts.With()));

        Assert.Equal((isRepeated, isRepeated ? 2 : 1), (reading.Failure is null, attempts.Count));
        if (isRepeated)
        {
            Assert.Equal(["Hi", ""], reading.Texts);
            Assert.Equal(AnswerOutcome.Completed, reading.Answer.Attempts[^1].Outcome);
        }
    }
}
