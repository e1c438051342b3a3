using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Recovery;
using OpenRouter.Runtime.Telemetry;

namespace OpenRouter.Runtime.Http;

/// <summary>One call: its request, its tokens and clocks, and the attempts so far.</summary>
internal sealed class ApiCall : IDisposable
{
    private readonly List<CallAttempt> _attempts = [];
    private readonly ApiConnection _connection;
    private TimeSpan _begun;
    private bool _isNoted;

    /// <summary>Begins a call.</summary>
    /// <param name="connection">What it is sent through.</param>
    /// <param name="request">The request.</param>
    /// <param name="ofCall">The token of the method.</param>
    /// <param name="ofLoop">The token of the loop that reads the answer.</param>
    public ApiCall(ApiConnection connection, ApiRequest request, CancellationToken ofCall, CancellationToken ofLoop = default)
    {
        (_connection, Request) = (connection, request);
        Tokens = new CallerTokens(ofCall, ofLoop);
        Timer = new AnswerTimer(connection.Time);
    }

    /// <summary>The request; a recovery may change it.</summary>
    public ApiRequest Request { get; set; }

    /// <summary>Whether the answer of the next attempt is streamed.</summary>
    public bool IsStreamed { get; set; }

    /// <summary>What cancels it.</summary>
    public CallerTokens Tokens { get; }

    /// <summary>Measures it.</summary>
    public AnswerTimer Timer { get; }

    /// <summary>Tells of it; null when nobody listens.</summary>
    public CallTelemetry? Telemetry { get; private set; }

    /// <summary>Whether something of an answer was handed out, so that nothing may be repeated in silence.</summary>
    public bool IsCommitted { get; set; }

    /// <summary>The retries since the last recovery.</summary>
    public int Retries { get; set; }

    /// <summary>The retries after a 404.</summary>
    public int Lookups { get; set; }

    /// <summary>What the current attempt used and cost.</summary>
    public TokenUsage? Usage { get; set; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>The attempts that have ended.</summary>
    public IReadOnlyList<CallAttempt> Attempts => [.. _attempts];

    /// <summary>Whether a wait would end before the total time does.</summary>
    public bool HasTimeFor(TimeSpan wait) => _connection.Timeouts.Total is not { } total || Timer.Elapsed + wait < total;

    /// <summary>Begins to tell of the call. What is started here is the parent of the requests that follow in the same flow.</summary>
    public void Tell() => Telemetry = CallTelemetry.Begin(_connection.Telemetry, Request, IsStreamed, _connection.Time);

    /// <summary>Tells how the call ended.</summary>
    public void TellEnd(Exception exception)
    {
        var known = exception as OpenRouterException;
        Telemetry?.End(new CallEnd
        {
            Outcome = exception switch
            {
                StreamInterruptedException => AnswerOutcome.Interrupted,
                OperationCanceledException => AnswerOutcome.Cancelled,
                _ => AnswerOutcome.Failed,
            },
            Elapsed = Timer.Elapsed,
            TimeToFirstToken = Timer.First,
            Attempts = Math.Max(1, _attempts.Count),
            StatusCode = known?.StatusCode,
            ErrorType = known?.ErrorType,
            Clock = known?.Clock,
            Provider = known?.ProviderName,
            GenerationId = known?.GenerationId,
            Model = known?.Partial?.Model,
            FinishReason = known?.Partial?.FinishReason,
            Usage = known?.Partial?.Usage,
        });
    }

    /// <summary>Begins an attempt.</summary>
    public void Begin()
    {
        Timer.Start();
        _begun = Timer.Elapsed;
        (Usage, _isNoted) = (null, false);
    }

    /// <summary>What all attempts together used and cost, the one that has not ended included.</summary>
    public TokenUsage? SumUsage(TokenUsage? own) => AnswerJoin.Sum(_attempts, _isNoted ? null : own);

    /// <summary>The tokens and clocks of the attempt.</summary>
    public CallGuard Guard() => new(Tokens, _connection.Time, _connection.Timeouts, IsStreamed, Timer.Elapsed);

    /// <summary>Notes that the attempt failed.</summary>
    public void Fail(OpenRouterException exception) => Add(new CallAttempt
    {
        Number = 0,
        Outcome = exception is StreamInterruptedException ? AnswerOutcome.Interrupted : AnswerOutcome.Failed,
        StatusCode = exception.StatusCode,
        ErrorType = exception.ErrorType,
        Clock = exception.Clock,
        Error = exception.Message,
        GenerationId = exception.GenerationId,
        Provider = exception.ProviderName,
        Usage = Usage,
    });

    /// <summary>Notes how the attempt ended.</summary>
    public void End(AnswerOutcome outcome, string? generationId, string? provider) => Add(new CallAttempt
    {
        Number = 0,
        Outcome = outcome,
        GenerationId = generationId,
        Provider = provider,
        Usage = Usage,
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        Tokens.Dispose();

        // It was never taken when the caller cancelled before the first step.
        Request.Received?.Dispose();
    }

    private void Add(CallAttempt attempt)
    {
        _attempts.Add(attempt with { Number = _attempts.Count + 1, Delay = NextDelay, Elapsed = Timer.Elapsed - _begun });
        NextDelay = TimeSpan.Zero;
        _isNoted = true;
    }
}
