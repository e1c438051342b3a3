using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Http.Retries;
using OpenRouter.Runtime.Tests.Support;
using Polly;
using Polly.Retry;

namespace OpenRouter.Runtime.Tests.Retries;

/// <summary>What retries cost: time of the call, and the budget of the client.</summary>
public sealed class RetrySpendingTests
{
    private const string Good = """{"id":"gen-1","choices":[]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(9, 2)]
    [InlineData(10, 2)]
    public async Task Budget_SpentWhole_ComesBackWithSuccesses(int successes, int expected)
    {
        var attempts = Attempts.Of([Attempts.Error(503), .. Enumerable.Repeat(Attempts.Json(200, Good), successes), Attempts.Error(503)]);
        using var transport = attempts.Script.Transport(attempts.With(new RetryOptions { Budget = 5 }));

        // The first call pays all for its retry; each success, its own included, gives 1 back, up to what it was.
        for (var call = 0; call < successes; call++)
        {
            await transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        }

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
        Assert.Equal(expected, thrown.Attempts.Count);
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(19, 2)]
    [InlineData(20, 3)]
    public async Task Budget_AfterAClock_PaysTwice(int budget, int expected)
    {
        var attempts = Attempts.Of(Attempts.Throws(new HttpRequestException("late", new ConnectTimeoutException("late", null))));
        using var transport = attempts.Script.Transport(attempts.With(new RetryOptions { Budget = budget }));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));

        Assert.Equal((CallClock.Connect, expected), (thrown.Clock, attempts.Count));
    }

    [Theory]
    [InlineData(15, 20, false)]
    [InlineData(20, 20, false)]
    [InlineData(21, 20, true)]
    public void Budget_IsSpentOnlyByACallThatHasTimeToWait(int total, int asked, bool isRepeated)
    {
        var budget = new RetryBudget(100);
        using var connection = Connection(TimeSpan.FromSeconds(total));
        using var call = new ApiCall(connection, Script.ChatRequest(), Token);
        var failure = new OpenRouterException("m") { IsTransient = true, RetryAfter = TimeSpan.FromSeconds(asked) };

        Assert.Equal(isRepeated ? TimeSpan.FromSeconds(asked) : null, new RetryPolicy(new RetryOptions(), budget, static () => 0.5).Decide(call, failure));
        Assert.Equal((isRepeated ? 95 : 100, isRepeated ? 1 : 0), (budget.Left, call.Retries));
    }

    [Theory]
    [InlineData(0.999, 1, 499)]
    [InlineData(0.0019, 1, 0)]
    [InlineData(0.5, 1, 250)]
    [InlineData(0.5, 3, 1000)]
    public void Wait_IsAPartOfTheCeilingInWholeMilliseconds(double random, int retry, int milliseconds)
    {
        using var connection = Connection(null);
        using var call = new ApiCall(connection, Script.ChatRequest(), Token) { Retries = retry - 1 };

        var wait = new RetryPolicy(new RetryOptions { MaxRetries = 5 }, new RetryBudget(100), () => random).Decide(call, new OpenRouterException("m") { IsTransient = true });

        Assert.Equal((TimeSpan.FromMilliseconds(milliseconds), retry), (wait, call.Retries));
    }

    [Theory]
    [InlineData(0.5, 0, null)]
    [InlineData(0.6, 0, 0.5)]
    [InlineData(4, 3, null)]
    [InlineData(4.1, 3, 4.0)]
    [InlineData(100, 4, null)]
    public void Lookup_IsRepeatedWhileThereIsTimeForTheWait(double total, int lookups, double? seconds)
    {
        var budget = new RetryBudget(100);
        using var connection = Connection(TimeSpan.FromSeconds(total));
        using var call = new ApiCall(connection, new ApiRequest(HttpMethod.Get, "generation") { IsLookup = true }, Token) { Lookups = lookups };

        var wait = new RetryPolicy(new RetryOptions(), budget, static () => 0.5).Decide(call, new OpenRouterException("m") { StatusCode = 404 });

        Assert.Equal(seconds, wait?.TotalSeconds);
        Assert.Equal((lookups + (seconds is null ? 0 : 1), 0, 100), (call.Lookups, call.Retries, budget.Left));
    }

    [Fact]
    public async Task NotFound_OfWhatIsNoLookup_IsNotRepeated()
    {
        var attempts = Attempts.Of(Attempts.Error(404), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "models"), Token));

        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task Creation_WhoseConnectionTookTooLong_IsRepeated()
    {
        var attempts = Attempts.Of(Attempts.Throws(new HttpRequestException("late", new ConnectTimeoutException("late", null))), Attempts.Json(201, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "keys") { Creates = true }, Token);

        Assert.Equal(2, attempts.Count);
    }

    [Fact]
    public void Creation_WhoseAnswerTookTooLong_IsNotRepeated()
    {
        using var connection = Connection(null);
        using var call = new ApiCall(connection, new ApiRequest(HttpMethod.Post, "keys") { Creates = true }, Token);

        Assert.Null(new RetryPolicy(new RetryOptions(), new RetryBudget(100), static () => 0.5).Decide(call, new OpenRouterException("m") { IsTransient = true, Clock = CallClock.Headers }));
    }

    [Fact]
    public async Task Pipeline_OfTheCallerThatGivesUp_IsHeardInItsOwnWords()
    {
        var attempts = Attempts.Of(Attempts.Error(503));
        var own = new ResiliencePipelineBuilder { TimeProvider = attempts.Time }
            .AddRetry(new RetryStrategyOptions { Delay = TimeSpan.Zero, OnRetry = static _ => throw new OperationCanceledException("The pipeline gave up.") })
            .Build();
        using var transport = attempts.Script.Transport(attempts.With(new RetryOptions { Pipeline = own }));

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));

        Assert.Equal(("The pipeline gave up.", 1), (thrown.Message, attempts.Count));
    }

    private static ApiConnection Connection(TimeSpan? total) => new(
        new OpenRouterClientOptions
        {
            ApiKey = Script.Key,
            Handler = Script.Answers(System.Net.HttpStatusCode.OK, Good),
            TimeProvider = new FixedTime(),
            Timeouts = new CallTimeouts { Total = total },
        },
        Script.Address);
}
