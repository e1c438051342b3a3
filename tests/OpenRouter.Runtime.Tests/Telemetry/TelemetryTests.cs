using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using OpenRouter.Core;
using OpenRouter.Extensions.Logging;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Telemetry;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Telemetry;

[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    private const string Secret = "The secret of the lighthouse";
    private const string Question = """{"model":"acme/one","stream":true,"messages":[{"role":"user","content":"The secret of the lighthouse"}]}""";
    private static readonly string Good = Wire.Text("An ") + Wire.Text("answer") + Wire.Finish() + Wire.Usage();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Span_OfAStream_HasTheConventionsOfGenerativeAi()
    {
        using var listening = new Listening("a.test");
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Stream(Good, ("X-Generation-Id", "gen-7")));
        await using var stream = Chat(attempts, "a.test");

        await stream.CollectAsync(Token);

        var span = Assert.Single(listening.Spans);
        Assert.Equal(("chat acme/one", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("openrouter", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("acme/one", span.GetTagItem("gen_ai.request.model"));
        Assert.Equal("acme/one", span.GetTagItem("gen_ai.response.model"));
        Assert.Equal("gen-7", span.GetTagItem("gen_ai.response.id"));
        Assert.Equal(["stop"], Assert.IsType<string[]>(span.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal(11L, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(7L, span.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(1.5e-5, span.GetTagItem("openrouter.cost"));
        Assert.Equal("Acme", span.GetTagItem("openrouter.provider"));
        Assert.Equal(2, span.GetTagItem("openrouter.attempts"));
        Assert.Equal("completed", span.GetTagItem("openrouter.outcome"));
        Assert.Equal("a.test", span.GetTagItem("server.address"));
        Assert.Null(span.GetTagItem("error.type"));
        var retry = Assert.Single(span.Events);
        Assert.Equal(("openrouter.retry", "503"), (retry.Name, retry.Tags.Single(static tag => tag.Key == "error.type").Value));
        Assert.DoesNotContain(span.TagObjects, static tag => tag.Value is string text && text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_OfAStream_AreMeasuredOnce()
    {
        using var listening = new Listening("b.test");
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Stream(Good));
        await using var stream = Chat(attempts, "b.test");

        await stream.CollectAsync(Token);

        Assert.Single(listening.Values("gen_ai.client.operation.duration"));
        Assert.Equal([11, 7], listening.Values("gen_ai.client.token.usage"));
        Assert.Equal(["input", "output"], listening.Measured.Where(static measured => measured.Name == "gen_ai.client.token.usage").Select(static measured => measured.Tags["gen_ai.token.type"]));
        Assert.Equal([1.5e-5], listening.Values("openrouter.client.cost"));
        Assert.Equal([1], listening.Values("openrouter.client.retries"));
        Assert.Single(listening.Values("gen_ai.client.operation.time_to_first_chunk"));
        Assert.Single(listening.Values("gen_ai.client.operation.time_per_output_chunk"));
        Assert.All(listening.Measured, static measured => Assert.Equal("chat", measured.Tags["gen_ai.operation.name"]));
    }

    [Theory]
    [InlineData("interrupted", "interrupted")]
    [InlineData("error", "provider_unavailable")]
    [InlineData("status", "402")]
    [InlineData("left", "cancelled")]
    [InlineData("left at the reason", "completed")]
    public async Task Span_OfAnyOtherEnd_SaysWhy(string end, string expected)
    {
        using var listening = new Listening("c.test");
        var answer = end switch
        {
            "interrupted" => Attempts.Breaks(Wire.Text("An")),
            "error" => Attempts.Stream(Wire.Text("An") + Wire.Event("""{"error":{"code":502,"message":"m","metadata":{"error_type":"provider_unavailable"}}}""")),
            "status" => Attempts.Error(402),
            _ => Attempts.Stream(Good),
        };
        var stream = Chat(Attempts.Of(answer), "c.test");
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var chunk in stream.WithCancellation(Token))
            {
                if (end == "left" || chunk.FinishReason is not null)
                {
                    break;
                }
            }
        });

        var span = Assert.Single(listening.Spans);
        Assert.Equal(expected, span.GetTagItem("error.type") ?? span.GetTagItem("openrouter.outcome"));
        Assert.Equal(thrown is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, span.Status);
        Assert.Single(listening.Values("gen_ai.client.operation.duration"));
    }

    [Fact]
    public async Task Span_OfAPlainCall_HasUsageAndReason()
    {
        using var listening = new Listening("d.test");
        const string Body = """{"id":"gen-9","model":"acme/one-2026","provider":"Acme","choices":[{"finish_reason":"length","message":{"content":"x"}}],"usage":{"prompt_tokens":3,"completion_tokens":4,"cost":0.5}}""";
        using var transport = Transport(Attempts.Of(Attempts.Json(200, Body)), "d.test");

        await transport.SendAsync<Raw>(Request(), Token);

        var span = Assert.Single(listening.Spans);
        Assert.Equal(("gen-9", "acme/one-2026", 3L, 0.5), (span.GetTagItem("gen_ai.response.id"), span.GetTagItem("gen_ai.response.model"), span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("openrouter.cost")));
        Assert.Equal(["length"], Assert.IsType<string[]>(span.GetTagItem("gen_ai.response.finish_reasons")));
    }

    [Fact]
    public async Task Span_OfAnotherOperation_HasItsName()
    {
        using var listening = new Listening("e.test");
        using var transport = Transport(Attempts.Of(Attempts.Json(200, "{}")), "e.test");

        await transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "models") { Operation = "getModels" }, Token);

        Assert.Equal("getModels", Assert.Single(listening.Spans).DisplayName);
    }

    [Fact]
    public async Task Content_AskedFor_IsInTheSpan()
    {
        using var listening = new Listening("f.test");
        await using var stream = Chat(Attempts.Of(Attempts.Stream(Good)), "f.test", static options => options.RecordContent = true);

        await stream.CollectAsync(Token);

        var span = Assert.Single(listening.Spans);
        Assert.Contains(Secret, (string?)span.GetTagItem("gen_ai.input.messages"), StringComparison.Ordinal);
        Assert.Equal("""[{"role":"assistant","parts":[{"type":"text","content":"An answer"}],"finish_reason":"stop"}]""", span.GetTagItem("gen_ai.output.messages"));
    }

    [Fact]
    public async Task Recovery_IsAnEventOfTheSpan()
    {
        using var listening = new Listening("g.test");
        await using var stream = Chat(Attempts.Of(Attempts.Breaks(Wire.Text("An")), Attempts.Stream(Good)), "g.test").WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });

        await stream.CollectAsync(Token);

        var span = Assert.Single(listening.Spans);
        Assert.Equal(("openrouter.recovery", "restart"), (span.Events.Single().Name, span.Events.Single().Tags.Single().Value));
    }

    [Fact]
    public async Task Key_IsInNoTagAndNoLog()
    {
        using var listening = new Listening("h.test");
        var log = new LogBook();
        var body = $$$"""{"error":{"code":401,"message":"bad key {{{Script.Key}}}"},"user_id":"user_1"}""";
        await using var stream = Chat(Attempts.Of(Attempts.Json(401, body)), "h.test", options => options.LogTo(log));

        await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        var said = string.Concat(listening.Spans.SelectMany(static span => span.TagObjects).Select(static tag => tag.Value)) + log.Text;
        Assert.DoesNotContain(Script.Key, said, StringComparison.Ordinal);
        Assert.DoesNotContain("user_1", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfACallWithARetryAndARecovery_TellsItsCourse()
    {
        var log = new LogBook();
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Breaks(Wire.Text("An")), Attempts.Stream(Good));
        await using var stream = Chat(attempts, "i.test", options => options.LogTo(log)).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Restart] });

        await stream.CollectAsync(Token);

        Assert.Equal([(LogLevel.Debug, 1), (LogLevel.Warning, 2), (LogLevel.Warning, 3), (LogLevel.Information, 4)], log.Entries.Select(static entry => (entry.Level, entry.Id)));
        Assert.Contains("status 503", log.Entries[1].Text, StringComparison.Ordinal);
        Assert.Contains("tokens 11 + 7", log.Entries[3].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, LogLevel.Warning, 5)]
    [InlineData(0, LogLevel.Debug, 6)]
    public async Task Log_OfAnotherEnd_HasItsLevel(int status, LogLevel level, int id)
    {
        var log = new LogBook();
        using var source = new CancellationTokenSource();
        using var transport = Transport(Attempts.Of(Attempts.Error(status == 0 ? 400 : status)), "j.test", options => options.LogTo(log));
        if (status == 0)
        {
            await source.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<Exception>(() => transport.SendAsync<Raw>(Request(), source.Token));

        Assert.Equal((level, id), (log.Entries[^1].Level, log.Entries[^1].Id));
    }

    [Fact]
    public void Nobody_Listening_NothingIsToldNorMade()
    {
        var plan = new TelemetryPlan(new OpenRouterClientOptions(), Script.Address);
        var isWritten = false;
        var request = new ApiRequest(HttpMethod.Post, "chat/completions") { Body = new JsonBody(_ => isWritten = true) };

        Assert.Null(CallTelemetry.Begin(plan, request, isStreamed: true, TimeProvider.System));
        Assert.False(isWritten);
    }

    private static ApiTransport Transport(Attempts attempts, string host, Action<OpenRouterClientOptions>? configure = null) => attempts.Script.Transport(options =>
    {
        attempts.With()(options);
        options.BaseAddress = new Uri($"https://{host}/api/v1");
        configure?.Invoke(options);
    });

    private static ChatStream<TestChunk> Chat(Attempts attempts, string host, Action<OpenRouterClientOptions>? configure = null)
        => Transport(attempts, host, configure).StreamChat<TestChunk>(Request(), Token);

    private static ApiRequest Request() => new(HttpMethod.Post, "chat/completions") { Operation = "sendChatCompletionRequest", Body = Raw.Of(Question) };

    /// <summary>A log that keeps what is written.</summary>
    private sealed class LogBook : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, int Id, string Text)> Entries { get; } = [];

        public string Text => Entries.Aggregate(new StringBuilder(), static (text, entry) => text.AppendLine(entry.Text)).ToString();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Entries.Add((logLevel, eventId.Id, formatter(state, exception) + exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
