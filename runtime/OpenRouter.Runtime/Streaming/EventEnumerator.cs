using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the events of a stream and decides how it ended.</summary>
/// <typeparam name="TEvent">The type of an event.</typeparam>
internal sealed class EventEnumerator<TEvent>(StreamCursor cursor, CallerTokens tokens) : IAsyncEnumerator<TEvent>
    where TEvent : IStreamEvent<TEvent>
{
    private bool _completedSeen;
    private bool _isClosed;

    /// <inheritdoc/>
    public TEvent Current { get; private set; } = default!;

    /// <summary>The id of the header.</summary>
    public string? GenerationId => cursor.GenerationId;

    /// <summary>How the stream ended.</summary>
    public AnswerOutcome Outcome { get; private set; }

    private CallFacts Facts => new(cursor.GenerationId, cursor.Provider);

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        if (_isClosed)
        {
            // Whoever disposed the stream, the loop must not look as if its events had ended.
            return Outcome == AnswerOutcome.Cancelled ? ValueTask.FromException<bool>(tokens.ToException()) : new ValueTask<bool>(false);
        }

        try
        {
            cursor.Enter();
            var next = cursor.NextAsync();
            if (!next.IsCompletedSuccessfully)
            {
                return MoveNextAsync(next);
            }

            var hasEvent = Settle(next.Result);
            cursor.Leave();
            return new ValueTask<bool>(hasEvent);
        }
        catch (Exception exception)
        {
            var judged = Judge(exception) ?? exception;
            cursor.Leave();
            return ValueTask.FromException<bool>(judged);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close(AnswerOutcome.Cancelled);
        tokens.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the stream after an exception; gives the one to throw instead, if there is one.</summary>
    private OpenRouterException? Judge(Exception exception)
    {
        Outcome = exception switch
        {
            OperationCanceledException => AnswerOutcome.Cancelled,
            StreamInterruptedException => AnswerOutcome.Interrupted,
            _ => AnswerOutcome.Failed,
        };
        Close(Outcome);
        return exception is EventTooLargeException ? cursor.Failures.Plain(exception.Message, Facts, exception) : null;
    }

    private async ValueTask<bool> MoveNextAsync(ValueTask<bool> next)
    {
        try
        {
            return Settle(await next.ConfigureAwait(false));
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

    private bool Settle(bool hasEvent)
    {
        if (!hasEvent || !TryRead())
        {
            End();
            return Outcome == AnswerOutcome.Cancelled ? throw tokens.ToException() : false;
        }

        switch (Current.Role)
        {
            case StreamEventRole.Completed:
                _completedSeen = true;
                Outcome = AnswerOutcome.Completed;
                break;
            case StreamEventRole.Failed:
                throw cursor.Failures.FromError(Current.Error ?? Whole(), Facts);
        }

        return true;
    }

    private bool TryRead()
    {
        try
        {
            // An error that broke the stream before it began has no type that an event could be told by.
            if (cursor.EventType != "error" && !cursor.Data.TrimStart(" "u8).StartsWith("{\"error\""u8))
            {
                Current = JsonModel.Parse<TEvent>(cursor.Data);
                return true;
            }

            if (ErrorEnvelope.Find(cursor.Data) is { } error)
            {
                throw cursor.Failures.FromError(error, Facts);
            }

            Current = JsonModel.Parse<TEvent>(cursor.Data);
            return Current.Role == StreamEventRole.Failed || cursor.EventType != "error" ? true : throw cursor.Failures.FromError(Whole(), Facts);
        }
        catch (JsonException) when (cursor.IsUnterminated)
        {
            return false;
        }
        catch (JsonException exception)
        {
            throw cursor.Failures.Protocol($"An event of the answer to {cursor.Request} could not be read: {exception.Message}", Facts, cursor.Data, exception);
        }
    }

    private JsonElement Whole() => JsonModel.Parse<JsonElement>(cursor.Data, JsonRead.Element);

    private void End()
    {
        if (_completedSeen || cursor.DoneSeen)
        {
            Close(AnswerOutcome.Completed);
            return;
        }

        if (BodyHead.IsForeign(cursor.Head) && cursor.Loss is null)
        {
            throw BodyHead.ToException(cursor.Failures, cursor.Head, "no event", cursor.Request, Facts);
        }

        var how = cursor.Loss is { } loss ? $"the connection was lost ({loss.Message})" : "the body ended";
        throw cursor.Failures.Interrupted($"The answer is not complete: {how} before the event that completes it. Send the request again.", Facts, cursor.Loss);
    }

    private void Close(AnswerOutcome outcome)
    {
        if (Outcome == AnswerOutcome.InProgress)
        {
            Outcome = outcome;
        }

        _isClosed = true;
        cursor.Timer.Stop();
        cursor.Dispose();
    }
}
