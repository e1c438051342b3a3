using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the chunks of a chat answer as they come and decides how the answer ended.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
internal sealed class ChatPump<TChunk>(ApiConnection connection, ApiRequest request, CallerTokens tokens) : IDisposable
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly StreamCursor _cursor = new(connection, request, tokens);
    private readonly ChatAccumulator _answer = new(connection.Limits.MaxAnswerChars);
    private bool _usageEndedIt;

    /// <summary>The connection underneath, to be watched or relayed.</summary>
    public StreamCursor Cursor => _cursor;

    /// <summary>The chunk, as received.</summary>
    public TChunk Current { get; private set; } = null!;

    /// <summary>What the chunk showed.</summary>
    public ChunkFacts Facts => _answer.Facts;

    /// <summary>Whether every choice that was seen has its finish reason.</summary>
    public bool IsFinished => _answer.IsFinished;

    /// <summary>How the answer ended.</summary>
    public AnswerOutcome Outcome { get; private set; }

    /// <summary>The id, from the header or the chunks.</summary>
    public string? GenerationId => _cursor.GenerationId ?? _answer.GenerationId;

    /// <summary>Steps to the next chunk; false when the answer is complete. Throws at every other end.</summary>
    public ValueTask<bool> MoveNextAsync()
    {
        if (Outcome != AnswerOutcome.InProgress)
        {
            // Whoever disposed the stream, the loop must not look as if the answer had ended.
            return Outcome == AnswerOutcome.Cancelled ? ValueTask.FromException<bool>(tokens.ToException()) : new ValueTask<bool>(false);
        }

        try
        {
            _cursor.Enter();
            var next = _cursor.NextAsync();
            if (!next.IsCompletedSuccessfully)
            {
                return MoveNextAsync(next);
            }

            var hasChunk = Settle(next.Result);
            _cursor.Leave();
            return new ValueTask<bool>(hasChunk);
        }
        catch (Exception exception)
        {
            var judged = Judge(exception) ?? exception;
            _cursor.Leave();
            return ValueTask.FromException<bool>(judged);
        }
    }

    /// <summary>The answer so far.</summary>
    public ChatAnswer Snapshot() => _answer.Snapshot(Outcome) with
    {
        GenerationId = GenerationId,
        Provider = _answer.Provider ?? _cursor.Provider,
        Elapsed = _cursor.Timer.Elapsed,
        TimeToFirstToken = _cursor.Timer.First,
        DoneSeen = _cursor.DoneSeen,
    };

    /// <summary>Leaves the answer; when it has not ended, the request is aborted.</summary>
    public void Dispose()
    {
        Close(AnswerOutcome.Cancelled);
        tokens.Dispose();
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
            _cursor.Leave();
        }
    }

    private bool Settle(bool hasEvent)
    {
        if (!hasEvent || !TryRead())
        {
            End();
            return Outcome == AnswerOutcome.Cancelled ? throw tokens.ToException() : false;
        }

        if (_answer.Facts.HasContent)
        {
            _cursor.Timer.MarkFirst();
        }

        if (_answer.IsTooLarge)
        {
            throw Fail(facts => _cursor.Failures.Plain(
                $"The answer to {_cursor.Request} is larger than the {connection.Limits.MaxAnswerChars} characters that are kept. Raise StreamLimits.MaxAnswerChars if answers of this size are expected.", facts));
        }

        if (_answer.IsDamaged)
        {
            throw Fail(facts => _cursor.Failures.Plain($"The sound in the answer to {_cursor.Request} is no base64.", facts));
        }

        if (_answer.Facts.Error is { } error)
        {
            throw Fail(facts => _cursor.Failures.FromError(error, facts));
        }

        _usageEndedIt = _answer.Facts is { HasUsage: true, HasContent: false };
        return true;
    }

    /// <summary>Reads the chunk of an event; false when the body broke off inside it.</summary>
    private bool TryRead()
    {
        _answer.BeginChunk();
        try
        {
            if (_cursor.EventType == "error")
            {
                ReadErrorEvent();
                return true;
            }

            Current = JsonModel.Parse<TChunk>(_cursor.Data);
            Current.Describe(_answer);
            _answer.EndChunk();
            return true;
        }
        catch (JsonException) when (_cursor.IsUnterminated)
        {
            return false;
        }
        catch (JsonException exception)
        {
            throw FailOn(_cursor.Data, exception);
        }
    }

    /// <summary>An event that calls itself an error is one, whatever its data look like.</summary>
    private void ReadErrorEvent()
    {
        var data = _cursor.Data;
        _answer.Error(ErrorEnvelope.Find(data) ?? JsonModel.Parse<JsonElement>(data, JsonRead.Element));
        if (_answer.Facts.Error is null)
        {
            throw new JsonException("The event is called an error and names none.");
        }
    }

    private void End()
    {
        if (_answer.FinishedWithError)
        {
            throw Fail(facts => _cursor.Failures.Plain(
                $"The model failed ({_answer.NativeErrorReason ?? "no reason given"}). Try again, or let another model or provider answer.", facts, isTransient: true, code: _answer.NativeErrorReason));
        }

        // Some providers never name a reason; then usage after the content shows that the answer was whole.
        if (_answer.IsFinished || _usageEndedIt || (_answer.HasUsage && _cursor.DoneSeen))
        {
            Close(AnswerOutcome.Completed);
            return;
        }

        if (BodyHead.IsForeign(_cursor.Head) && _cursor.Loss is null)
        {
            var head = _cursor.Head.ToArray();
            throw Fail(facts => BodyHead.ToException(_cursor.Failures, head, "no event", _cursor.Request, facts));
        }

        Close(AnswerOutcome.Interrupted);
        throw _cursor.Failures.Interrupted(InterruptionText(), Call(), _cursor.Loss);
    }

    private string InterruptionText()
    {
        var how = _cursor switch
        {
            { Loss: { } loss } => $"the connection was lost ({loss.Message})",
            { DoneSeen: true } => "the stream ended",
            _ => "the body ended",
        };
        var amount = _answer.HasContent ? "after a part of the answer, without a finish reason" : "before any part of the answer";
        return $"The answer is not complete: {how} {amount}. Use Partial for what had arrived, or send the request again.";
    }

    private OpenRouterException FailOn(ReadOnlySpan<byte> data, Exception cause)
    {
        // Closing gives the buffer back, so what is quoted of it is copied first.
        var quoted = data[..Math.Min(data.Length, connection.Limits.MaxErrorBytes)].ToArray();
        return Fail(facts => _cursor.Failures.Protocol($"An event of the answer to {_cursor.Request} could not be read: {cause.Message}", facts, quoted, cause));
    }

    private OpenRouterException Fail(Func<CallFacts, OpenRouterException> make)
    {
        _answer.EndChunk();
        Close(AnswerOutcome.Failed);
        return make(Call());
    }

    private CallFacts Call() => new(GenerationId, _answer.Provider ?? _cursor.Provider, Snapshot());

    /// <summary>Closes the answer after an exception; gives the one to throw instead, if there is one.</summary>
    private OpenRouterException? Judge(Exception exception)
    {
        if (exception is EventTooLargeException)
        {
            return Fail(facts => _cursor.Failures.Plain(exception.Message, facts, exception));
        }

        Close(exception switch
        {
            OperationCanceledException => AnswerOutcome.Cancelled,
            StreamInterruptedException => AnswerOutcome.Interrupted,
            _ => AnswerOutcome.Failed,
        });
        return null;
    }

    private void Close(AnswerOutcome outcome)
    {
        if (Outcome != AnswerOutcome.InProgress)
        {
            return;
        }

        Outcome = outcome;
        _cursor.Timer.Stop();
        _cursor.Dispose();
    }
}
