using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class ChatStreamEndingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Complete => new(ChatStreamEndings.Complete);

    public static TheoryData<string, string> Cut => new(ChatStreamEndings.Cut);

    public static TheoryData<string, string, string> Failing => new(ChatStreamEndings.Failing);

    [Theory]
    [MemberData(nameof(Complete))]
    public async Task Stream_Complete_EndsQuietlyWithTheAnswer(string name, string body)
    {
        Assert.NotEmpty(name);
        foreach (var bytewise in new[] { false, true })
        {
            await using var stream = Script.Streams(bytewise ? new PieceStream(Wire.Bytewise(body)) : new PieceStream([Wire.Bytes(body)])).Chat();

            var answer = await stream.CollectAsync(Token);

            Assert.Equal(AnswerOutcome.Completed, answer.Outcome);
            Assert.Equal("Hi", answer.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Cut))]
    public async Task Stream_Cut_IsInterruptedInEveryWayOfReading(string name, string body)
    {
        Assert.NotEmpty(name);
        foreach (var bytewise in new[] { false, true })
        {
            await using var stream = Script.Streams(bytewise ? new PieceStream(Wire.Bytewise(body)) : new PieceStream([Wire.Bytes(body)])).Chat();

            var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

            Assert.Equal(AnswerOutcome.Interrupted, thrown.Partial!.Outcome);
            Assert.Equal(AnswerOutcome.Interrupted, stream.Answer.Outcome);
            Assert.True(thrown.IsTransient);
        }
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Stream_WithAnError_ThrowsItWithThePartialAnswer(string name, string body, string code)
    {
        Assert.NotEmpty(name);
        foreach (var asReceived in new[] { false, true })
        {
            await using var stream = Script.Streams(body).Chat();
            var chunks = asReceived ? stream.AsReceived() : stream;

            var thrown = await Assert.ThrowsAsync<OpenRouterException>(async () =>
            {
                await foreach (var chunk in chunks.WithCancellation(Token))
                {
                    Assert.NotNull(chunk);
                }
            });

            Assert.Equal(code, thrown.Code ?? "");
            Assert.Equal("Hi", thrown.Partial!.Text);
            Assert.Equal(AnswerOutcome.Failed, thrown.Partial.Outcome);
            Assert.Equal(AnswerOutcome.Failed, stream.Answer.Outcome);
        }
    }

    [Fact]
    public async Task Stream_ErrorWithUsage_KeepsTheUsage()
    {
        var (_, body, _) = ChatStreamEndings.Failing[1];
        await using var stream = Script.Streams(body).Chat();

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(9, thrown.Partial!.Usage!.TotalTokens);
        Assert.Equal(400, thrown.StatusCode);
        Assert.False(thrown.IsTransient);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsNeverCompleteBeforeTheReason()
    {
        var text = Wire.Text("Hello") + Wire.Text(" world");
        var body = Wire.Bytes(text + Wire.Finish());
        var reasonFrom = Wire.Bytes(text + Wire.Finish().TrimEnd()).Length;
        for (var length = 0; length < body.Length; length++)
        {
            await using var stream = Script.Streams(new MemoryStream(body, 0, length)).Chat();
            var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

            Assert.Equal(length < reasonFrom ? typeof(StreamInterruptedException) : null, thrown?.GetType());
        }
    }

    [Fact]
    public async Task Stream_ConnectionLostBeforeTheReason_IsInterruptedWithTheCause()
    {
        var lost = new IOException("reset by peer");
        await using var stream = Script.Streams(new PieceStream([Wire.Bytes(Wire.Text("Hi"))], lost), ("X-Generation-Id", "gen-9")).Chat();

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Same(lost, thrown.InnerException);
        Assert.Equal("gen-9", thrown.GenerationId);
        Assert.Equal("Hi", thrown.Partial!.Text);
    }

    [Fact]
    public async Task Stream_ConnectionLostAfterTheReason_IsComplete()
    {
        await using var stream = Script.Streams(new PieceStream([Wire.Bytes(Wire.Text("Hi") + Wire.Finish())], new IOException("reset"))).Chat();

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(AnswerOutcome.Completed, answer.Outcome);
        Assert.False(answer.DoneSeen);
    }

    [Theory]
    [InlineData("""{"choices": tru}""")]
    [InlineData("garbage")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}{}")]
    public async Task Stream_UnreadableEvent_FailsWithItsBeginning(string data)
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Event(data) + Wire.Finish() + Wire.Done).Chat();

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains(data, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(data, thrown.ResponseBody);
        Assert.Equal("Hi", thrown.Partial!.Text);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    [InlineData("application/problem+json; charset=utf-8")]
    public async Task Stream_JsonErrorInsteadOfAStream_IsTheError(string contentType)
    {
        await using var stream = Script.Answers(HttpStatusCode.OK, "\n         \n{\"error\":{\"code\":503,\"message\":\"none\"}}", contentType).Chat();

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(503, thrown.StatusCode);
        Assert.True(thrown.IsTransient);
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>", "text/html")]
    [InlineData("<html><body>Bad gateway</body></html>", "text/event-stream")]
    [InlineData("""{"id":"gen-1","data":[{"message":{"content":"Hi"}}]}""", "application/json")]
    public async Task Stream_OtherBodyInsteadOfAStream_SaysWhatCame(string body, string contentType)
    {
        await using var stream = Script.Answers(HttpStatusCode.OK, body, contentType).Chat();

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains(body, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.Failed, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Stream_WholeAnswerInsteadOfAStream_IsReadAsOneChunk()
    {
        const string Body = """{"id":"gen-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],"usage":{"total_tokens":3}}""";
        await using var stream = Script.Answers(HttpStatusCode.OK, " \n" + Body, "application/json").Chat();

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("Hi", "stop", 3), (answer.Text, answer.FinishReason, answer.Usage!.TotalTokens));
        Assert.Equal(AnswerOutcome.Completed, answer.Outcome);
    }

    [Fact]
    public async Task Stream_WholeAnswerOfAMegabyte_IsReadAsOneChunk()
    {
        var text = new string('x', 1024 * 1024);
        await using var stream = Script.Answers(HttpStatusCode.OK, $$"""{"id":"gen-1","choices":[{"index":0,"message":{"content":"{{text}}"},"finish_reason":"stop"}]}""").Chat();

        Assert.Equal(text, (await stream.CollectAsync(Token)).Text);
    }

    [Fact]
    public async Task Stream_WholeAnswerWithoutAReason_IsInterrupted()
    {
        await using var stream = Script.Answers(HttpStatusCode.OK, """{"id":"gen-1","choices":[{"message":{"content":"Hi"}}]}""").Chat();

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal("Hi", thrown.Partial!.Text);
    }

    [Theory]
    [InlineData("QUJD", false)]
    [InlineData("QUI=", false)]
    [InlineData("QUJDR", true)]
    [InlineData("QU*D", true)]
    public async Task Stream_SoundThatIsCutOrNoBase64_FailsAndIsNotComplete(string data, bool isDamaged)
    {
        await using var stream = Script.Streams(Wire.Choice($$$"""{"audio":{"id":"a","data":"{{{data}}}"}}""") + Wire.Finish() + Wire.Done).Chat();

        var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

        Assert.Equal(isDamaged, thrown is OpenRouterException);
        Assert.Equal(isDamaged ? AnswerOutcome.Failed : AnswerOutcome.Completed, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Stream_NoContentType_IsRead()
    {
        var body = Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done);
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, new MemoryStream(body), null)));

        Assert.Equal("Hi", (await script.Chat().CollectAsync(Token)).Text);
    }

    [Fact]
    public async Task Stream_EventLargerThanAllowed_FailsWithTheLimit()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Text(new string('x', 5000))).Chat(configure: options => options.Limits = new StreamLimits { MaxEventBytes = 1000 });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains("1000", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("Hi", thrown.Partial!.Text);
    }

    [Fact]
    public async Task Stream_AnswerLargerThanAllowed_FailsWithWhatFitted()
    {
        var body = string.Concat(Enumerable.Repeat(Wire.Text("0123456789"), 20)) + Wire.Finish() + Wire.Done;
        await using var stream = Script.Streams(body).Chat(configure: options => options.Limits = new StreamLimits { MaxAnswerChars = 100 });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(100, thrown.Partial!.Text.Length);
    }
}
