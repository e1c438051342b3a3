using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Recovery;

/// <summary>What happens after an answer broke off, when the caller asked for it.</summary>
public sealed class RecoveryTests
{
    private const string Question = """{"model":"acme/one","models":["acme/two"],"stream":true,"messages":[{"role":"user","content":"Tell"}],"temperature":0.5}""";
    private const string Story = ContinuationVectors.Story;
    private static readonly string Broken = Wire.Text(Story);
    private static readonly string Whole = Wire.Text("A whole") + Wire.Text(" answer") + Wire.Finish() + Wire.Usage();

    public static TheoryData<string, string> Continuations => new(ContinuationVectors.All);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_AskedFor_ThrowsWhatHappened()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts);

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal((Story, 1), (thrown.Partial!.Text, attempts.Count));
        Assert.Empty(thrown.Partial.Recoveries);
    }

    [Fact]
    public async Task Restart_ReplacesWhatHadArrived_AndTellsSo()
    {
        var told = new List<StreamRecovery>();
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart], OnRecovery = told.Add });
        var seen = new List<string>();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            seen.Add(chunk.Recovery is { } recovery ? $"<{recovery.Kind} {recovery.DiscardsText}>" : chunk.Text);
        }

        Assert.Equal([Story, "<Restart True>", "A whole", " answer", ""], seen);
        var marker = Assert.Single(told);
        Assert.Equal((Story, null), (marker.PartialText, marker.Model));
        Assert.IsType<StreamInterruptedException>(marker.Cause);
        Assert.Equal(("A whole answer", AnswerOutcome.Completed), (stream.Answer.Text, stream.Answer.Outcome));
        Assert.Same(marker, Assert.Single(stream.Answer.Recoveries));
        Assert.Equal(attempts.Script.Bodies[0], attempts.Script.Bodies[1]);
    }

    [Fact]
    public async Task Continue_GoesOnFromTheText()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Wire.Text("of a ") + Wire.Text("lighthouse.") + Wire.Finish() + Wire.Usage()));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue] });
        var seen = new List<string>();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            seen.Add(chunk.Recovery is { } recovery ? $"<{recovery.Kind} {recovery.DiscardsText}>" : chunk.Text);
        }

        Assert.Equal([Story, "<Continue False>", "of a ", "lighthouse.", ""], seen);
        Assert.Equal(Story + "of a lighthouse.", stream.Answer.Text);
        Assert.Equal("stop", stream.Answer.FinishReason);
        using var sent = JsonDocument.Parse(attempts.Script.Bodies[1]);
        var messages = sent.RootElement.GetProperty("messages");
        Assert.Equal(2, messages.GetArrayLength());
        Assert.Equal("""{"role":"user","content":"Tell"}""", messages[0].GetRawText());
        Assert.Equal(("assistant", Story.TrimEnd()), (messages[1].GetProperty("role").GetString(), messages[1].GetProperty("content").GetString()));
        Assert.Equal((0.5, true, "acme/one"), (sent.RootElement.GetProperty("temperature").GetDouble(), sent.RootElement.GetProperty("stream").GetBoolean(), sent.RootElement.GetProperty("model").GetString()));
    }

    [Theory]
    [MemberData(nameof(Continuations))]
    public async Task Continue_TextThatIsRepeated_IsCut(string continuation, string kept)
    {
        foreach (var size in new[] { 1, 2, 3, 5, 100 })
        {
            var pieces = string.Concat(continuation.Chunk(size).Select(static piece => Wire.Text(new string(piece))));
            var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(pieces + Wire.Finish()));
            await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue] });

            var answer = await stream.CollectAsync(Token);

            Assert.Equal(Story + kept, answer.Text);
        }
    }

    [Fact]
    public async Task Continue_TextAlone_IsSeamless()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Wire.Text("there was a keeper of light.") + Wire.Finish()));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue] });
        var text = new System.Text.StringBuilder();
        await foreach (var piece in stream.TextAsync(Token))
        {
            text.Append(piece);
        }

        Assert.Equal(Story + "of light.", text.ToString());
    }

    [Theory]
    [InlineData("tool call")]
    [InlineData("refusal")]
    [InlineData("no text")]
    [InlineData("blank text")]
    [InlineData("reasoning only")]
    [InlineData("too long")]
    public async Task Continue_WhereItWouldBeWrong_IsPassedOver(string what)
    {
        var arrived = what switch
        {
            "tool call" => Broken + Wire.Choice("""{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{"}}]}"""),
            "refusal" => Broken + Wire.Choice("""{"refusal":"No"}"""),
            "no text" => Wire.Choice("""{"images":[{"type":"image_url"}]}"""),
            "blank text" => Wire.Text("  \n"),
            "reasoning only" => Wire.Choice("""{"reasoning":"Hm"}"""),
            _ => Broken,
        };
        var attempts = Attempts.Of(Attempts.Breaks(arrived), Attempts.Stream(Whole));
        var options = new RecoveryOptions { Steps = [RecoveryStep.Continue], MaxPartialChars = what == "too long" ? Story.Length - 1 : Story.Length };
        await using var stream = Chat(attempts).WithRecovery(options);

        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal(1, attempts.Count);
    }

    [Theory]
    [InlineData("""{"type":"json_object"}""", false)]
    [InlineData("""{"type":"json_schema","json_schema":{}}""", false)]
    [InlineData("""{"type":"grammar"}""", false)]
    [InlineData("""{"type":"text"}""", true)]
    public async Task Continue_OfAnAnswerThatMustBeJson_IsPassedOver(string format, bool isContinued)
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts, $$"""{"messages":[],"response_format":{{format}}}""").WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue] });

        var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

        Assert.Equal(isContinued, thrown is null);
        Assert.Equal(isContinued ? 2 : 1, attempts.Count);
    }

    [Fact]
    public async Task Continue_ThatIsRefused_ThrowsTheFirstFailureWithBothAttempts()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Error(400));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue] });

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal(Story, thrown.Partial!.Text);
        Assert.Equal([null, 400], thrown.Attempts.Select(static attempt => attempt.StatusCode));
        Assert.Equal(Story, stream.Answer.Text);
        Assert.Equal(AnswerOutcome.Interrupted, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Steps_AreTakenInOrder_AcrossSeveralFailures()
    {
        var attempts = Attempts.Of(
            Attempts.Breaks(Broken),
            Attempts.Error(400),
            Attempts.Breaks(Wire.Text("Second ")),
            Attempts.Json(200, """{"choices":[{"index":0,"message":{"content":"Third"},"finish_reason":"stop"}],"usage":{"total_tokens":4}}"""));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue, RecoveryStep.OtherModel("acme/other"), RecoveryStep.Unstreamed] });
        var seen = new List<string>();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            seen.Add(chunk.Recovery is { } recovery ? $"<{recovery.Kind} {recovery.Model}>" : chunk.Text);
        }

        Assert.Equal([Story, "<OtherModel acme/other>", "Second ", "<Unstreamed >", "Third"], seen);
        Assert.Equal("Third", stream.Answer.Text);
        Assert.Equal([AnswerOutcome.Interrupted, AnswerOutcome.Failed, AnswerOutcome.Interrupted, AnswerOutcome.Completed], stream.Answer.Attempts.Select(static attempt => attempt.Outcome));
        using var other = JsonDocument.Parse(attempts.Script.Bodies[2]);
        Assert.Equal("acme/other", other.RootElement.GetProperty("model").GetString());
        Assert.False(other.RootElement.TryGetProperty("models", out _));
        using var unstreamed = JsonDocument.Parse(attempts.Script.Bodies[3]);
        Assert.Equal(("acme/one", false), (unstreamed.RootElement.GetProperty("model").GetString(), unstreamed.RootElement.GetProperty("stream").GetBoolean()));
        Assert.Equal("application/json", attempts.Script.Requests[3].Headers.Accept.ToString());
    }

    [Fact]
    public async Task Step_BeforeAnythingArrived_IsTakenToo()
    {
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.OtherModel("acme/other")] });

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("A whole answer", RecoveryKind.OtherModel), (answer.Text, answer.Recoveries[0].Kind));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(503, true)]
    public async Task Failure_ThatWillNotPass_IsNotRecoveredFrom(int status, bool isRecovered)
    {
        var attempts = Attempts.Of(Attempts.Error(status), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });

        var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

        Assert.Equal(isRecovered, thrown is null);
        Assert.Equal(isRecovered ? 2 : 1, attempts.Count);
    }

    [Fact]
    public async Task When_OfTheCaller_Decides()
    {
        var attempts = Attempts.Of(Attempts.Error(404), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.OtherModel("b/c")], When = static failure => failure.StatusCode == 404 });

        Assert.Equal("A whole answer", (await stream.CollectAsync(Token)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TextAlone_IsBegunAnewOnlyWhenSomebodyIsTold(bool isTold)
    {
        var told = 0;
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart], OnRecovery = isTold ? _ => told++ : null });

        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var text in stream.TextAsync(Token))
            {
                Assert.NotEmpty(text);
            }
        });

        Assert.Equal(isTold, thrown is null);
        Assert.Equal(isTold ? 1 : 0, told);
    }

    [Fact]
    public async Task Relay_IsNeverRecovered()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });
        using var target = new MemoryStream();

        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.RelayToAsync(target, Token));

        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task Retries_HoldForEachStep()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Error(503), Attempts.Error(503), Attempts.Stream(Whole));
        await using var stream = attempts.Script.Transport(attempts.With()).StreamChat<TestChunk>(Request(Question), Token).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("A whole answer", 4, 1), (answer.Text, answer.Attempts.Count, answer.Recoveries.Count));
    }

    [Fact]
    public async Task Usage_OfAllAttempts_IsSummed()
    {
        var failed = Broken + Wire.Event("""{"error":{"code":502,"message":"m"},"usage":{"prompt_tokens":1,"total_tokens":5,"cost":0.5}}""");
        var attempts = Attempts.Of(Attempts.Stream(failed), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });

        var answer = await stream.CollectAsync(Token);

        Assert.Equal((12, 23, 0.500015m), (answer.Usage!.PromptTokens, answer.Usage.TotalTokens, answer.Usage.Cost));
    }

    [Fact]
    public async Task RepairUsage_AsksForWhatBrokenAttemptsCost()
    {
        const string Record = """{"data":{"id":"gen-1","native_tokens_prompt":10,"native_tokens_completion":4,"tokens_prompt":9,"total_cost":0.25,"native_tokens_reasoning":1,"native_tokens_cached":2}}""";
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Error(404), Attempts.Error(404), Attempts.Json(200, Record));
        await using var stream = attempts.Script.Transport(attempts.With()).StreamChat<TestChunk>(Request(Question), Token);
        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));
        Assert.Null(stream.Answer.Usage);

        var answer = await stream.RepairUsageAsync(Token);

        Assert.Equal((10, 4, 14, 1, 2, 0.25m), (answer.Usage!.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.TotalTokens, answer.Usage.ReasoningTokens, answer.Usage.CachedTokens, answer.Usage.Cost));
        Assert.Equal(Story, answer.Text);
        Assert.Equal("/api/v1/generation?id=gen-1", attempts.Script.Requests[^1].RequestUri!.PathAndQuery);
        Assert.Equal([0.5, 1], attempts.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"data\":null}")]
    [InlineData("[]")]
    public async Task RepairUsage_OddRecord_IsAnError(string record)
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Json(200, record));
        await using var stream = Chat(attempts);
        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        await Assert.ThrowsAsync<OpenRouterException>(() => stream.RepairUsageAsync(Token));
    }

    [Fact]
    public async Task RepairUsage_NothingMissing_AsksNobody()
    {
        var attempts = Attempts.Of(Attempts.Stream(Whole));
        await using var stream = Chat(attempts);
        await stream.CollectAsync(Token);

        Assert.Equal(18, (await stream.RepairUsageAsync(Token)).Usage!.TotalTokens);
        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task Cancel_DuringARecovery_IsACancellation()
    {
        using var source = new CancellationTokenSource();
        var count = 0;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new Script(async (_, token) =>
        {
            if (++count == 1)
            {
                return Attempts.Breaks(Broken)();
            }

            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        });
        await using var stream = script.Transport().StreamChat<TestChunk>(Request(Question), source.Token).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });
        var collecting = stream.CollectAsync(Token);
        await arrived.Task;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Recovery_ChosenWhileReading_IsRefused()
    {
        await using var stream = Script.Streams(Whole).Chat();
        await stream.CollectAsync(Token);

        Assert.Throws<InvalidOperationException>(() => stream.WithRecovery(new RecoveryOptions { Steps = [] }));
        Assert.Throws<InvalidOperationException>(() => stream.Share());
        Assert.Throws<ArgumentException>(() => RecoveryStep.OtherModel(" "));
    }

    [Fact]
    public async Task Chunk_ThatEndsTheAnswerOfARecovery_HasItsUsage()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Broken), Attempts.Stream(Whole));
        await using var stream = Chat(attempts).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });
        TestChunk? last = null;
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            last = chunk;
        }

        Assert.Equal(("stop", true), (last!.FinishReason, last.HasUsage));
    }

    private static ChatStream<TestChunk> Chat(Attempts attempts, string body = Question)
        => attempts.Script.Transport(attempts.With(RetryOptions.None)).StreamChat<TestChunk>(Request(body), Token);

    private static ApiRequest Request(string body) => new(HttpMethod.Post, "chat/completions") { Body = Raw.Of(body) };
}
