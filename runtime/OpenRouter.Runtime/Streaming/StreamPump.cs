using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// The frame of reading a stream: opens it with as many attempts as it takes, steps through it, and decides at each
/// exception how it ended. What an event means is told by those who derive from it.
/// </summary>
internal abstract class StreamPump(ApiConnection connection, ApiCall call) : IDisposable
{
    private StreamCursor? _cursor;
    private Func<EventFrame>? _frame;
    private bool _isDisposed;

    /// <summary>How the stream ended.</summary>
    public AnswerOutcome Outcome { get; private set; }

    /// <summary>Told the time since sending at each keep-alive.</summary>
    public Action<TimeSpan>? KeepAlive { get; init; }

    /// <summary>Where the bytes of the body go as they arrive.</summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? Relay { get; init; }

    /// <summary>The id of the generation, as soon as it is known.</summary>
    public abstract string? GenerationId { get; }

    /// <summary>What the stream is sent through.</summary>
    protected ApiConnection Connection => connection;

    /// <summary>The call.</summary>
    protected ApiCall Call => call;

    /// <summary>The events of the current attempt.</summary>
    protected StreamCursor Cursor => _cursor!;

    /// <summary>Whether an attempt was begun.</summary>
    protected bool IsBegun => _cursor is not null;

    /// <summary>Whether the answer is complete, whatever may follow it: leaving then cancels nothing.</summary>
    protected abstract bool IsAnswered { get; }

    /// <summary>What the current attempt used and cost, as far as it said so.</summary>
    protected abstract TokenUsage? OwnUsage { get; }

    /// <summary>Turns a whole answer that came instead of a stream into one event; null when that is not done.</summary>
    protected virtual Func<ReadOnlyMemory<byte>, byte[]?>? Replay => null;

    /// <summary>Finds the bytes around the event that the cursor stands on.</summary>
    protected Func<EventFrame> Frame => _frame ??= () => Cursor.Frame();

    /// <summary>The provider that the events of the current attempt name.</summary>
    protected abstract string? OwnProvider { get; }

    /// <summary>What is known of the call when it fails.</summary>
    protected CallFacts Facts
    {
        get
        {
            var answer = Snapshot();
            return new CallFacts(answer.GenerationId, answer.Provider, answer);
        }
    }

    private bool IsStepping => _cursor is { IsStepping: true };

    /// <summary>The answer so far.</summary>
    public abstract ChatAnswer Snapshot();

    /// <summary>Steps to the next item; false when the stream is complete. Throws at every other end.</summary>
    public ValueTask<bool> MoveNextAsync()
    {
        if (TryTake())
        {
            return new ValueTask<bool>(true);
        }

        if (Outcome != AnswerOutcome.InProgress)
        {
            // Whoever disposed the stream, the loop must not look as if the answer had ended.
            return Outcome == AnswerOutcome.Cancelled ? ValueTask.FromException<bool>(call.Tokens.ToException()) : new ValueTask<bool>(false);
        }

        if (_cursor is null)
        {
            return BeginAsync();
        }

        try
        {
            _cursor.Enter();
            if (IsKnownAhead())
            {
                TakeAhead();
                _cursor.Leave();
                return new ValueTask<bool>(true);
            }

            var next = _cursor.NextAsync();
            if (!next.IsCompletedSuccessfully)
            {
                return MoveNextAsync(next);
            }

            var hasItem = Step(next.Result);
            _cursor.Leave();
            return new ValueTask<bool>(hasItem);
        }
        catch (Exception exception)
        {
            return FailAsync(exception);
        }
    }

    /// <summary>Leaves the stream; when it has not ended, the request is aborted.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        call.Tokens.Abort();
        Close(IsAnswered ? AnswerOutcome.Completed : AnswerOutcome.Cancelled, isOutside: true);
        if (!IsStepping)
        {
            TellEnd();
        }

        call.Dispose();
    }

    /// <summary>Forgets what an earlier attempt found.</summary>
    protected abstract void Reset();

    /// <summary>Reads the event that the cursor stands on; false when there is none and the stream is complete.</summary>
    protected abstract bool Settle(bool hasEvent);

    /// <summary>Whether some bytes of the buffer begin with an event that is like one before.</summary>
    protected abstract bool IsKnown(ReadOnlySpan<byte> ahead);

    /// <summary>Reads that event.</summary>
    protected abstract void TakeAhead();

    /// <summary>Keeps what was read until the attempt has shown that it works; true when more is to be read before.</summary>
    protected abstract bool Hold();

    /// <summary>Takes the next of what was kept.</summary>
    protected abstract bool TryTake();

    /// <summary>Tries to go on after a failure; true when it does, and something can be taken.</summary>
    protected virtual ValueTask<bool> RecoverAsync(OpenRouterException failure) => new(false);

    /// <summary>Makes attempts until one works.</summary>
    protected async ValueTask OpenAsync()
    {
        await connection.Retries.RunAsync(call, AttemptAsync).ConfigureAwait(false);
        call.IsCommitted = true;
    }

    /// <summary>Adds to an answer what the call knows of it.</summary>
    protected ChatAnswer Complete(ChatAnswer answer) => answer with
    {
        GenerationId = GenerationId,
        Provider = answer.Provider ?? _cursor?.Facts.Provider,
        Elapsed = call.Timer.Elapsed,
        TimeToFirstToken = call.Timer.First,
        DoneSeen = _cursor is { DoneSeen: true },
        Usage = call.SumUsage(OwnUsage),
        Attempts = call.Attempts,
    };

    /// <summary>Ends the stream by a failure.</summary>
    protected OpenRouterException Fail(Func<CallFacts, OpenRouterException> make)
    {
        Close(AnswerOutcome.Failed);
        return make(Facts);
    }

    /// <summary>Ends the stream because its answer is larger than what is kept.</summary>
    protected OpenRouterException FailTooLarge() => Fail(facts => connection.Failures.Plain(
        $"The answer to {call.Request} is larger than the {connection.Limits.MaxAnswerChars} characters that are kept. Raise StreamLimits.MaxAnswerChars if answers of this size are expected.", facts));

    /// <summary>Ends the stream because an event of it is not what was expected.</summary>
    protected OpenRouterException FailUnreadable(ReadOnlySpan<byte> data, Exception cause)
    {
        // Closing gives the buffer back, so what is quoted of it is copied first.
        var quoted = data[..Math.Min(data.Length, connection.Limits.MaxErrorBytes)].ToArray();
        return Fail(facts => connection.Failures.Protocol($"An event of the answer to {call.Request} could not be read: {cause.Message}", facts, quoted, cause));
    }

    /// <summary>Ends a stream that ended before its answer did, or that never was one.</summary>
    protected OpenRouterException BreakOff(bool hasContent)
    {
        if (BodyHead.IsForeign(Cursor.Head) && Cursor.Loss is null)
        {
            var head = Cursor.Head.ToArray();
            return Fail(facts => BodyHead.ToException(connection.Failures, head, "no event", call.Request, facts));
        }

        Close(AnswerOutcome.Interrupted);
        return connection.Failures.Interrupted(InterruptionText.Of(Cursor, hasContent), Facts, Cursor.Loss, Cursor.Clock);
    }

    /// <summary>Ends the attempt, if it has not ended.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="isOutside">Whether another thread may be in a step: then what it collects is not looked at.</param>
    protected void Close(AnswerOutcome outcome, bool isOutside = false)
    {
        if (Outcome != AnswerOutcome.InProgress)
        {
            return;
        }

        Outcome = outcome;
        call.Timer.Stop();
        _cursor?.Dispose();
        if (_cursor is null)
        {
            return;
        }

        var canLook = !isOutside || !IsStepping;
        call.Usage = canLook ? OwnUsage : null;
        if (outcome is AnswerOutcome.Completed or AnswerOutcome.Cancelled)
        {
            call.End(outcome, GenerationId, canLook ? OwnProvider ?? _cursor.Facts.Provider : null);
        }

        if (outcome == AnswerOutcome.Completed && canLook)
        {
            TellEnd();
        }
    }

    private void TellEnd()
    {
        if (call.Telemetry is not { } telemetry)
        {
            return;
        }

        var answer = Snapshot();
        telemetry.End(
            new CallEnd
            {
                Outcome = Outcome,
                Elapsed = call.Timer.Elapsed,
                TimeToFirstToken = call.Timer.First,
                Attempts = call.Attempts.Count,
                GenerationId = GenerationId,
                Provider = answer.Provider,
                Model = answer.Model,
                FinishReason = answer.FinishReason,
                Usage = answer.Usage,
            },
            answer.Text);
    }

    private async ValueTask<bool> BeginAsync()
    {
        call.Tell();
        try
        {
            await OpenAsync().ConfigureAwait(false);
            return TryTake();
        }
        catch (Exception exception)
        {
            return await GoOnAsync(exception).ConfigureAwait(false);
        }
    }

    private async ValueTask AttemptAsync(ApiCall _)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _cursor?.Dispose();
        var cursor = _cursor = new StreamCursor(connection, call) { KeepAlive = KeepAlive, Relay = Relay, Glance = IsKnownAhead, Replay = Replay };
        Outcome = AnswerOutcome.InProgress;
        Reset();
        try
        {
            cursor.Enter();
            while (Step(await cursor.NextAsync().ConfigureAwait(false)) && Hold())
            {
            }
        }
        catch (Exception exception)
        {
            if (Judge(exception) is { } other)
            {
                throw other;
            }

            throw;
        }
        finally
        {
            cursor.Leave();
        }
    }

    private bool IsKnownAhead()
    {
        var ahead = _cursor!.Ahead;
        return !ahead.IsEmpty && IsKnown(ahead);
    }

    /// <summary>Reads an event; an end that another thread made by leaving is none of the stream.</summary>
    private bool Step(bool hasEvent)
    {
        if (hasEvent && _cursor!.IsGlanced)
        {
            TakeAhead();
            return true;
        }

        var hasItem = Settle(hasEvent);
        return !hasItem && Outcome == AnswerOutcome.Cancelled ? throw call.Tokens.ToException() : hasItem;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> MoveNextAsync(ValueTask<bool> next)
    {
        try
        {
            var hasItem = Step(await next.ConfigureAwait(false));
            _cursor!.Leave();
            return hasItem;
        }
        catch (Exception exception)
        {
            return await FailAsync(exception).ConfigureAwait(false);
        }
    }

    /// <summary>A failure after the first item was handed out.</summary>
    private ValueTask<bool> FailAsync(Exception exception)
    {
        var judged = Judge(exception) ?? exception;
        _cursor!.Leave();
        if (judged is OpenRouterException failure)
        {
            call.Fail(failure);
            failure.Complete(call.Attempts);
        }

        return GoOnAsync(judged);
    }

    private async ValueTask<bool> GoOnAsync(Exception exception)
    {
        if (exception is OpenRouterException failure)
        {
            if (!_isDisposed && await RecoverAsync(failure).ConfigureAwait(false))
            {
                return TryTake();
            }
        }
        else if (exception is OperationCanceledException)
        {
            // Also when it was cancelled between two attempts, of which the first has ended in another way.
            Close(AnswerOutcome.Cancelled);
            Outcome = AnswerOutcome.Cancelled;
        }

        call.TellEnd(exception);
        ExceptionDispatchInfo.Throw(exception);
        return false;
    }

    /// <summary>Closes the attempt after an exception; gives the one to throw instead, if there is one.</summary>
    private OpenRouterException? Judge(Exception exception)
    {
        if (exception is SseLimitException)
        {
            return Fail(facts => connection.Failures.Plain(exception.Message, facts, exception));
        }

        Close(exception switch
        {
            OperationCanceledException => AnswerOutcome.Cancelled,
            StreamInterruptedException => AnswerOutcome.Interrupted,
            _ => AnswerOutcome.Failed,
        });
        if (exception is OpenRouterException failure)
        {
            failure.Complete(failure.Attempts, Snapshot());
        }

        return null;
    }
}
