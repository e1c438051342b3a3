using OpenRouter.Core;
using OpenRouter.Native.Bodies;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Recorded streams. Those of chats end as their index says; all others end at all, in a documented way.</summary>
internal static class RecordingSection
{
    public static async Task RunAsync(Section section, string folder)
    {
        var index = new RecordingIndex(folder);
        string[] files = [.. Directory.EnumerateFiles(folder, "*.sse", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            var body = await File.ReadAllBytesAsync(file);
            foreach (var isBytewise in new[] { false, true })
            {
                await RunAsync(section, index, file, isBytewise ? [.. body.Select(static value => new[] { value })] : [body]);
            }
        }
    }

    private static async Task RunAsync(Section section, RecordingIndex index, string file, byte[][] pieces)
    {
        var name = $"{Path.GetFileName(file)} in {pieces.Length} pieces";
        if (Path.GetFileName(file).StartsWith("or-chat-", StringComparison.Ordinal))
        {
            await section.RunAsync($"{name}, {ChatKinds.Handwritten.Name}", async () => Check(index.HasError(file), await ReadAsync(ChatKinds.Handwritten, pieces)));
            await section.RunAsync($"{name}, {ChatKinds.Generated.Name}", async () => Check(index.HasError(file), await ReadAsync(ChatKinds.Generated, pieces)));
        }
        else if (file.Contains("responses-", StringComparison.Ordinal))
        {
            await section.RunAsync(name, () => EndAsync(EventSection.Responses(EventSection.Client(new PieceStream(pieces)))));
        }
        else if (file.Contains("messages-", StringComparison.Ordinal))
        {
            await section.RunAsync(name, () => EndAsync(EventSection.Messages(EventSection.Client(new PieceStream(pieces)))));
        }
        else
        {
            await section.RunAsync(name, async () => Check(null, await ReadAsync(ChatKinds.Generated, pieces)));
        }
    }

    private static Task<Reading> ReadAsync<TChunk>(ChatKind<TChunk> kind, byte[][] pieces)
        where TChunk : class, IChatChunk<TChunk>
        => Reading.LoopAsync(kind, kind.Open(Script.Streams(new PieceStream(pieces))));

    private static void Check(bool? hasError, Reading reading)
    {
        Assert.Equal(reading.Thrown, reading.Answer.Outcome);
        if (hasError is { } failed)
        {
            Assert.Equal(failed ? AnswerOutcome.Failed : AnswerOutcome.Completed, reading.Thrown);
            Assert.True(reading.Answer.Usage is not null && reading.Answer.ToolCalls.All(call => failed || call.IsComplete));
        }
    }

    private static async Task EndAsync<TEvent>(EventStream<TEvent> stream)
        where TEvent : IStreamEvent<TEvent>
    {
        await using (stream)
        {
            try
            {
                await stream.CollectAsync();
                Assert.Equal(AnswerOutcome.Completed, stream.Outcome);
            }
            catch (StreamInterruptedException)
            {
                Assert.Equal(AnswerOutcome.Interrupted, stream.Outcome);
            }
            catch (OpenRouterException)
            {
                Assert.Equal(AnswerOutcome.Failed, stream.Outcome);
            }
        }
    }
}
