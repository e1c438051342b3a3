using System.Globalization;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;
using Polly;
using Polly.Retry;

namespace OpenRouter.Runtime.Tests.Retries;

/// <summary>How attempts follow one another.</summary>
public sealed class RetryRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retries_Default_AreTwo()
    {
        var attempts = Attempts.Of(Attempts.Error(503));
        await using var stream = attempts.Script.Chat(attempts.With());

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal((3, 3), (attempts.Count, thrown.Attempts.Count));
        Assert.Equal([1, 2, 3], thrown.Attempts.Select(static attempt => attempt.Number));
        Assert.All(thrown.Attempts, static attempt => Assert.Equal((503, AnswerOutcome.Failed), (attempt.StatusCode, attempt.Outcome)));
        Assert.Equal(TimeSpan.Zero, thrown.Attempts[0].Delay);

        // One wait in some hundred is none at all, for which no timer is set.
        Assert.Equal(attempts.Waits, thrown.Attempts.Select(static attempt => attempt.Delay).Where(static delay => delay > TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Retries_Count_IsTheSetting(int retries)
    {
        var attempts = Attempts.Of(Attempts.Error(500));
        await using var stream = attempts.Script.Chat(attempts.With(new RetryOptions { MaxRetries = retries }));

        await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(retries + 1, attempts.Count);
    }

    [Fact]
    public async Task Retries_None_MakesOneAttempt()
    {
        var attempts = Attempts.Of(Attempts.Error(500));
        await using var stream = attempts.Script.Chat(attempts.With(RetryOptions.None));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal((1, 1), (attempts.Count, thrown.Attempts.Count));
    }

    [Fact]
    public async Task Waits_Jittered_StayBelowADoublingCeiling()
    {
        for (var run = 0; run < 20; run++)
        {
            var attempts = Attempts.Of(Attempts.Error(500));
            await using var stream = attempts.Script.Chat(attempts.With(new RetryOptions { MaxRetries = 7, Budget = 1000 }));

            var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

            Assert.Equal(8, thrown.Attempts.Count);
            for (var retry = 0; retry < 7; retry++)
            {
                Assert.InRange(thrown.Attempts[retry + 1].Delay.TotalSeconds, 0, Math.Min(8, 0.5 * Math.Pow(2, retry)));
            }
        }
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "60", 60)]
    [InlineData("retry-after-ms", "12500", 12.5)]
    [InlineData("Retry-After", "Sat, 22 Aug 2026 10:00:20 GMT", 20)]
    public async Task Wait_AskedForByTheService_IsKept(string name, string value, double seconds)
    {
        var attempts = Attempts.Of(Attempts.Error(429, (name, value)), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        await using var stream = attempts.Script.Chat(attempts.With());

        await stream.CollectAsync(Token);

        Assert.Equal(seconds, Assert.Single(attempts.Waits).TotalSeconds);
    }

    [Theory]
    [InlineData("61")]
    [InlineData("277403")]
    [InlineData("99999999999999999999")]
    public async Task Wait_LongerThanAllowed_GivesTheErrorBackWithIt(string value)
    {
        var attempts = Attempts.Of(Attempts.Error(429, ("Retry-After", value)));
        await using var stream = attempts.Script.Chat(attempts.With());

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(1, attempts.Count);
        Assert.True(thrown.RetryAfter > TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-5")]
    [InlineData("1e400")]
    [InlineData("soon")]
    [InlineData("0")]
    public async Task Wait_OfJunk_IsTheOwnBackoff(string value)
    {
        var attempts = Attempts.Of(Attempts.Error(429, ("Retry-After", value)), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        await using var stream = attempts.Script.Chat(attempts.With());

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(2, answer.Attempts.Count);
        Assert.InRange(answer.Attempts[1].Delay.TotalSeconds, 0, 0.5);
    }

    [Fact]
    public async Task Wait_ResetInTheBody_IsKept()
    {
        var reset = new DateTimeOffset(2026, 8, 22, 10, 0, 30, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var body = """{"error":{"code":429,"message":"m","metadata":{"headers":{"X-RateLimit-Reset":"RESET"}}}}""".Replace("RESET", reset.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var attempts = Attempts.Of(Attempts.Json(429, body), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        await using var stream = attempts.Script.Chat(attempts.With());

        await stream.CollectAsync(Token);

        Assert.Equal(30, Assert.Single(attempts.Waits).TotalSeconds);
    }

    [Fact]
    public async Task Budget_OfTheClient_EndsRetriesOfAllCalls()
    {
        var attempts = Attempts.Of(Attempts.Error(503));
        using var transport = attempts.Script.Transport(attempts.With(new RetryOptions { Budget = 22 }));

        for (var call = 0; call < 4; call++)
        {
            await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
        }

        // 22 pay for four retries of 5: two of the first call, two of the second, none afterwards.
        Assert.Equal(3 + 3 + 1 + 1, attempts.Count);
    }

    [Fact]
    public async Task Cancel_WhileWaiting_EndsAtOnceWithTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var time = new ManualTime();
        var script = Script.Answers(System.Net.HttpStatusCode.ServiceUnavailable, "{}", "application/json", ("Retry-After", "5"));
        await using var stream = script.Transport(options => (options.TimeProvider, options.Retries) = (time, new RetryOptions()))
            .StreamChat<TestChunk>(Script.ChatRequest(), source.Token);
        var collecting = stream.CollectAsync(Token);
        await time.SeeTimerAsync(static wait => wait == TimeSpan.FromSeconds(5));
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Single(script.Requests);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Dispose_WhileWaiting_EndsTheCall()
    {
        var time = new ManualTime();
        var script = Script.Answers(System.Net.HttpStatusCode.ServiceUnavailable, "{}", "application/json", ("Retry-After", "5"));
        var stream = script.Chat(options => (options.TimeProvider, options.Retries) = (time, new RetryOptions()));
        var collecting = stream.CollectAsync(Token);
        await time.SeeTimerAsync(static wait => wait == TimeSpan.FromSeconds(5));
        await stream.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.Single(script.Requests);
    }

    [Fact]
    public async Task Pipeline_OfTheCaller_ReplacesOurs()
    {
        var attempts = Attempts.Of(Attempts.Error(400), Attempts.Error(400), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        var own = new ResiliencePipelineBuilder { TimeProvider = attempts.Time }
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4, Delay = TimeSpan.FromSeconds(3), ShouldHandle = new PredicateBuilder().Handle<OpenRouterException>(static failure => failure.StatusCode == 400) })
            .Build();
        await using var stream = attempts.Script.Chat(attempts.With(new RetryOptions { Pipeline = own }));

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("Hi", 3), (answer.Text, answer.Attempts.Count));
        Assert.Equal([3, 3], attempts.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Pipeline_OfTheCaller_CannotRepeatAfterTheFirstContent()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Wire.Text("Hi")), Attempts.Stream(Wire.Text("again") + Wire.Finish()));
        var own = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4, Delay = TimeSpan.Zero }).Build();
        await using var stream = attempts.Script.Chat(attempts.With(new RetryOptions { Pipeline = own }));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal(("Hi", 1), (thrown.Partial!.Text, attempts.Count));
    }

    [Fact]
    public async Task Attempts_ThatWerePaid_AreSummed()
    {
        var paid = Wire.Event("""{"id":"gen-a","error":{"code":502,"message":"m"},"usage":{"prompt_tokens":3,"completion_tokens":0,"total_tokens":3,"cost":0.25}}""");
        var attempts = Attempts.Of(Attempts.Stream(paid), Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Usage() + Wire.Done));
        await using var stream = attempts.Script.Chat(attempts.With());

        var answer = await stream.CollectAsync(Token);

        Assert.Equal((14, 21, 0.250015m), (answer.Usage!.PromptTokens, answer.Usage.TotalTokens, answer.Usage.Cost));
        Assert.Equal([3, 18], answer.Attempts.Select(static attempt => attempt.Usage?.TotalTokens));
        Assert.Equal(["gen-a", "gen-1"], answer.Attempts.Select(static attempt => attempt.GenerationId));
    }

    [Fact]
    public async Task Relay_ThatPassedBytesOn_IsNotRepeated()
    {
        var attempts = Attempts.Of(Attempts.Breaks(": hello\n\n"), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        await using var stream = attempts.Script.Chat(attempts.With());
        using var target = new MemoryStream();

        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.RelayToAsync(target, Token));

        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task Relay_ThatPassedNothingOn_IsRepeated()
    {
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Stream(Wire.Text("Hi") + Wire.Finish()));
        await using var stream = attempts.Script.Chat(attempts.With());
        using var target = new MemoryStream();

        Assert.Equal("Hi", (await stream.RelayToAsync(target, Token)).Text);
        Assert.Equal(Wire.Text("Hi") + Wire.Finish(), System.Text.Encoding.UTF8.GetString(target.ToArray()));
    }

    [Theory]
    [InlineData(-1, 0, 0.5, 8, 60)]
    [InlineData(2, -1, 0.5, 8, 60)]
    [InlineData(2, 0, -0.5, 8, 60)]
    [InlineData(2, 0, 9, 8, 60)]
    [InlineData(2, 0, 0.5, 8, -1)]
    [InlineData(2, 0, 0.5, 3e6, 60)]
    public void Options_OutOfRange_AreRefusedWhenTheClientIsMade(int retries, int lookups, double first, double highest, double after)
    {
        var options = new RetryOptions
        {
            MaxRetries = retries,
            MaxLookups = lookups,
            BaseDelay = TimeSpan.FromSeconds(first),
            MaxDelay = TimeSpan.FromSeconds(highest),
            MaxRetryAfter = TimeSpan.FromSeconds(after),
        };

        Assert.Throws<ArgumentException>(() => Script.Streams(Wire.Done).Transport(client => client.Retries = options));
    }
}
