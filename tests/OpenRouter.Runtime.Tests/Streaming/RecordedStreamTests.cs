using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

/// <summary>Runs over recorded streams when they lie beside the repository.</summary>
public sealed class RecordedStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RealChatStreams_EndAsTheyDid()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(SharedStreams.Folder(), "openrouter-real"), "or-chat-*.sse"))
        {
            var name = Path.GetFileName(file);
            await using var stream = Script.Streams(new MemoryStream(await File.ReadAllBytesAsync(file, Token))).Chat();
            var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

            var expected = name.Contains("midstream-error", StringComparison.Ordinal) ? AnswerOutcome.Failed : AnswerOutcome.Completed;
            Assert.True(expected == stream.Answer.Outcome, $"{name}: {stream.Answer.Outcome} {thrown?.Message}");
            Assert.All(stream.Answer.ToolCalls, call => Assert.True(call.IsComplete, name));
            Assert.NotNull(stream.Answer.Usage);
        }
    }

    [Fact]
    public async Task RealChatStreams_ByteByByte_SayTheSame()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(SharedStreams.Folder(), "openrouter-real"), "or-chat-*.sse").Where(file => new FileInfo(file).Length < 20_000))
        {
            var body = await File.ReadAllBytesAsync(file, Token);
            var whole = await RunAsync(new MemoryStream(body));
            var bytewise = await RunAsync(new PieceStream(body.Select(value => new[] { value })));

            Assert.Equal((whole.Text, whole.Reasoning, whole.FinishReason, whole.Outcome), (bytewise.Text, bytewise.Reasoning, bytewise.FinishReason, bytewise.Outcome));
            Assert.Equal(whole.ToolCalls, bytewise.ToolCalls);
            Assert.Equal(whole.ReasoningDetails.Select(detail => detail.GetRawText()), bytewise.ReasoningDetails.Select(detail => detail.GetRawText()));
        }
    }

    [Theory]
    [InlineData("err-*", AnswerOutcome.Failed, "err-13-error-null")]
    [InlineData("fin-*", AnswerOutcome.Completed, "fin-09-finish-missing-native-only")]
    [InlineData("tool-*", AnswerOutcome.Completed, "")]
    [InlineData("rsn-*", AnswerOutcome.Completed, "")]
    [InlineData("mod-*", AnswerOutcome.Completed, "")]
    public async Task SyntheticStreams_EndAsTheirNameSays(string pattern, AnswerOutcome expected, string except)
    {
        var folder = Path.Combine(SharedStreams.Folder(), "synthetic");
        foreach (var file in Directory.GetFiles(folder, pattern + ".sse").Where(file => except.Length == 0 || !file.Contains(except, StringComparison.Ordinal)))
        {
            var answer = await RunAsync(new MemoryStream(await File.ReadAllBytesAsync(file, Token)));

            Assert.True(expected == answer.Outcome, $"{Path.GetFileName(file)}: {answer.Outcome}");
        }
    }

    [Fact]
    public async Task RealStreams_CutAnywhere_NeverCompleteEarly()
    {
        var body = SharedStreams.Read("openrouter-real/or-chat-anthropic-simple.sse");
        var reasonAt = body.AsSpan().IndexOf("\"finish_reason\":\"stop\""u8);
        for (var length = 0; length < reasonAt; length += 7)
        {
            var answer = await RunAsync(new MemoryStream(body, 0, length));

            Assert.Equal(AnswerOutcome.Interrupted, answer.Outcome);
        }
    }

    private static async Task<ChatAnswer> RunAsync(Stream body)
    {
        await using var stream = Script.Streams(body).Chat();
        try
        {
            return await stream.CollectAsync(Token);
        }
        catch (OpenRouterException)
        {
            return stream.Answer;
        }
    }
}
