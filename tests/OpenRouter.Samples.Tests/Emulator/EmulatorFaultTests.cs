using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>Scripted faults, seen through the client.</summary>
public sealed class EmulatorFaultTests
{
    private static readonly Reply Short = Reply.Pieces("Hello", " there", " friend");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<StreamErrorShape> Shapes => [.. Enum.GetValues<StreamErrorShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task StreamError_InAnyShape_FailsWithWhatHadArrived(StreamErrorShape shape)
    {
        var failure = await Short.WithStreamError(shape, afterPieces: 2, message: "It \"broke\"").FailureAsync<OpenRouterException>();

        Assert.Equal("Hello there", failure.Partial!.Text);
        Assert.Equal(AnswerOutcome.Failed, failure.Partial.Outcome);
        Assert.Contains("It \"broke\"", failure.Message, StringComparison.Ordinal);
        Assert.Equal("gen-1767225601-Emulated000000000001", failure.GenerationId);
    }

    [Theory]
    [InlineData(CutKind.Reset)]
    [InlineData(CutKind.Silent)]
    public async Task Cut_AfterAnyByte_NeverLooksWhole(CutKind kind)
    {
        var length = (await Short.WireAsync()).Length;
        for (var bytes = 0; bytes < length; bytes++)
        {
            try
            {
                var answer = await Short.CutAfterBytes(bytes, kind).AnswerAsync();

                Assert.Equal(("Hello there friend", "stop"), (answer.Text, answer.FinishReason));
            }
            catch (StreamInterruptedException exception)
            {
                Assert.StartsWith(exception.Partial!.Text, "Hello there friend", StringComparison.Ordinal);
                Assert.Null(exception.Partial.FinishReason);
            }
        }
    }

    [Fact]
    public async Task Cut_AfterPieces_Interrupts()
    {
        var failure = await Short.CutAfterPieces(2).FailureAsync<StreamInterruptedException>();

        Assert.Equal("Hello there", failure.Partial!.Text);
        Assert.IsAssignableFrom<IOException>(failure.InnerException);
    }

    [Fact]
    public async Task Stall_CancelledByTheCaller_IsSeenAsAborted()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Short.CutAfterPieces(1, CutKind.Stall));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var stream = emulator.CreateClient().Question().StreamAsync(cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var text in stream.TextAsync(Token))
            {
                Assert.Equal("Hello", text);
                await cancel.CancelAsync();
            }
        });

        await emulator.Requests[0].Ended.WaitAsync(Token);
        Assert.True(emulator.Requests[0].Aborted);
        Assert.Equal((AnswerOutcome.Cancelled, "Hello"), (stream.Answer.Outcome, stream.Answer.Text));
    }

    [Fact]
    public async Task EndMark_Missing_CompletesByTheFinishReason()
    {
        var answer = await Short.WithoutEndMark().AnswerAsync();

        Assert.Equal((AnswerOutcome.Completed, false), (answer.Outcome, answer.DoneSeen));
    }

    [Fact]
    public async Task Error_BeforeTheStream_HasStatusAndWait()
    {
        var failure = await Reply.Error(429, "Slow down", "rate_limit_exceeded").WithRetryAfter(TimeSpan.FromSeconds(17)).FailureAsync<OpenRouterException>();

        Assert.Equal((429, TimeSpan.FromSeconds(17), true), (failure.StatusCode, failure.RetryAfter, failure.IsTransient));
        Assert.Equal("rate_limit_exceeded", failure.ErrorType?.Value);
    }

    [Fact]
    public async Task Html_InPlaceOfAnAnswer_IsQuoted()
    {
        var failure = await Reply.Html(502, "<html><body>Bad gateway</body></html>").FailureAsync<OpenRouterException>();

        Assert.Equal(502, failure.StatusCode);
        Assert.Contains("Bad gateway", failure.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_UnderStatus200_IsNoAnswer()
        => Assert.Contains("text/html", (await Reply.Html(200, "<html>Log in</html>").FailureAsync<OpenRouterException>()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Unreachable_IsTransient()
        => Assert.True((await Reply.Unreachable().FailureAsync<OpenRouterException>()).IsTransient);

    [Fact]
    public async Task Raw_Body_IsSentAsItIs()
    {
        const string Body = "data: {\"choices\":[{\"delta\":{\"content\":\"raw\"},\"finish_reason\":\"stop\"}]}\r\n\r\n";

        Assert.Equal("raw", (await Reply.Raw(Body).AnswerAsync()).Text);
        Assert.Equal(Body, await Reply.Raw(Body).WireAsync());
    }

    [Fact]
    public void With_OnARawBody_IsRefused()
        => Assert.Throws<InvalidOperationException>(() => Reply.Raw("x").WithFinish("stop"));
}
