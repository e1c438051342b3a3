using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Comparison;
using OpenRouter.Runtime.Tests.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>How chat streams end: outcome, text and kind of error, whole and byte by byte, in each way of reading.</summary>
internal static class EndingSection
{
    private const int LongBytes = 4000;

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await SplitAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
        await SplitAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var isBytewise in new[] { false, true })
        {
            var how = $"{kind.Name}, {(isBytewise ? "bytewise" : "whole")}";
            foreach (var ending in ChatEndings.All)
            {
                byte[][] pieces = isBytewise ? Wire.Bytewise(ending.Body) : [Wire.Bytes(ending.Body)];
                await section.RunAsync($"{ending.Name}, {how}, loop", async () => Check(ending, await Reading.LoopAsync(kind, kind.Open(ChatService.For(ending, pieces)))));
                await section.RunAsync($"{ending.Name}, {how}, as received", async () => Check(ending, await Reading.LoopAsync(kind, kind.Open(ChatService.For(ending, pieces)).AsReceived())));
                await section.RunAsync($"{ending.Name}, {how}, collected", async () => Check(ending, await Reading.CollectAsync(kind.Open(ChatService.For(ending, pieces)))));
            }

            foreach (var (name, body) in ChatStreamEndings.Complete)
            {
                await section.RunAsync($"{name}, {how}", async () => Check(AnswerOutcome.Completed, "Hi", await Reading.CollectAsync(kind.OpenBody(body, isBytewise))));
            }

            foreach (var (name, body) in ChatStreamEndings.Cut)
            {
                await section.RunAsync($"{name}, {how}", async () => Check(AnswerOutcome.Interrupted, null, await Reading.CollectAsync(kind.OpenBody(body, isBytewise))));
            }

            foreach (var (name, body, code) in ChatStreamEndings.Failing)
            {
                await section.RunAsync($"{name}, {how}", async () => Assert.Equal(code, Check(AnswerOutcome.Failed, "Hi", await Reading.LoopAsync(kind, kind.OpenBody(body, isBytewise)))?.Code ?? ""));
            }
        }
    }

    /// <summary>Splits each body at each of its bytes, but for the long ones.</summary>
    private static async Task SplitAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var ending in ChatEndings.All)
        {
            var body = Wire.Bytes(ending.Body);
            for (var place = 1; place < body.Length && body.Length <= LongBytes; place++)
            {
                byte[][] pieces = [body[..place], body[place..]];
                await section.RunAsync($"{ending.Name}, {kind.Name}, split at {place}", async () => Check(ending, await Reading.LoopAsync(kind, kind.Open(ChatService.For(ending, pieces)))));
            }
        }
    }

    private static void Check(ChatEnding ending, Reading reading)
    {
        var expected = ending.Expected switch
        {
            Ending.Complete => AnswerOutcome.Completed,
            Ending.Error => AnswerOutcome.Failed,
            _ => AnswerOutcome.Interrupted,
        };
        Check(expected, ending.Text, reading);
        if (reading.Texts.Count > 0)
        {
            Assert.Equal(ending.Text, string.Concat(reading.Texts));
        }
    }

    private static OpenRouterException? Check(AnswerOutcome expected, string? text, Reading reading)
    {
        Assert.Equal((expected, expected), (reading.Thrown, reading.Answer.Outcome));
        Assert.Equal(expected == AnswerOutcome.Completed ? null : expected, reading.Failure?.Partial?.Outcome);
        Assert.Equal(text ?? reading.Answer.Text, reading.Text);
        Assert.Equal(reading.Answer.Text, reading.Text);
        if (expected == AnswerOutcome.Interrupted)
        {
            Assert.True(reading.Failure!.IsTransient);
        }

        return reading.Failure;
    }
}
