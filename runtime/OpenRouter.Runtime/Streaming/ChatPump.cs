using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Streaming.Memo;
using OpenRouter.Runtime.Streaming.Recovery;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the chunks of a chat answer as they come and decides how the answer ended.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
internal sealed partial class ChatPump<TChunk>(ApiConnection connection, ApiCall call, ItemReader<TChunk> reader, RecoveryPlanner? recovery = null) : StreamPump(connection, call), IRecoverable
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly HeldChunks<TChunk> _held = new();
    private readonly EventMemo<TChunk> _memo = new(reader, connection.ReadsByShape);
    private ChatAccumulator _answer = new(connection.Limits.MaxAnswerChars);
    private ChatAnswer? _before;
    private ChatAnswer? _final;
    private OverlapTrim? _overlap;
    private bool _isHeld;
    private bool _usageEndedIt;
    private bool _hasContent;
    private bool _isFresh;

    /// <summary>What the reader takes of each chunk.</summary>
    public ReadAs ReadAs { get; init; }

    /// <summary>Whether texts are kept for the answer.</summary>
    public bool KeepsText { get; init; } = true;

    /// <summary>The chunk, as received; an earlier one when <see cref="Repeated"/> tells of this one.</summary>
    public TChunk Current { get; private set; } = null!;

    /// <summary>How many chunks were read by the shapes of those before.</summary>
    public int ReadByShape => _memo.Hits;

    /// <summary>What the chunk showed.</summary>
    public StepFacts Step { get; private set; }

    /// <inheritdoc/>
    public override string? GenerationId => (IsBegun ? Cursor.Facts.GenerationId : null) ?? _answer.GenerationId;

    /// <inheritdoc/>
    protected override bool IsAnswered => _answer is { IsFinished: true, FinishedWithError: false };

    /// <inheritdoc/>
    protected override string? OwnProvider => _answer.Provider;

    /// <inheritdoc/>
    protected override TokenUsage? OwnUsage => _answer.UsageSoFar;

    /// <inheritdoc/>
    public override ChatAnswer Snapshot()
    {
        if (_final is not null)
        {
            return _final;
        }

        var answer = Complete(_answer.Snapshot(Outcome)) with { Recoveries = recovery?.Done ?? [] };
        return _before is null || recovery is null ? answer : recovery.Join(_before, answer);
    }

    /// <inheritdoc/>
    protected override Func<ReadOnlyMemory<byte>, byte[]?>? Replay => Relay is null ? WholeAnswer.ToChunk : null;

    /// <inheritdoc/>
    protected override void Reset()
    {
        _answer = new ChatAccumulator(Connection.Limits.MaxAnswerChars) { KeepsText = KeepsText };
        _overlap = recovery?.CreateOverlap();
        (_isHeld, _usageEndedIt, _hasContent) = (false, false, false);
        _held.Reset();
    }

    /// <inheritdoc/>
    protected override bool Settle(bool hasEvent)
    {
        if (_overlap is { IsOpen: true } overlap)
        {
            return SettleOverlap(overlap, hasEvent);
        }

        if (!hasEvent || !TryRead(Cursor.Data))
        {
            End();
            return false;
        }

        return true;
    }

    /// <inheritdoc/>
    protected override bool Hold()
    {
        if (_overlap is { IsOpen: true })
        {
            return true;
        }

        if (!_isHeld)
        {
            _held.Add(Current, Step);
        }

        _isHeld = false;
        return _held.NeedsMore;
    }

    /// <inheritdoc/>
    protected override bool TryTake()
    {
        if (!_held.TryTake(out var chunk, out var facts))
        {
            return false;
        }

        (Current, Step, Repeated, _isFresh) = (chunk, facts, null, false);
        return true;
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> RecoverAsync(OpenRouterException failure)
        => recovery is null ? new(false) : recovery.RecoverAsync(this, failure);

    /// <inheritdoc/>
    ApiCall IRecoverable.Call => Call;

    /// <inheritdoc/>
    void IRecoverable.Begin(RecoveryPlan plan, ChatAnswer partial)
    {
        Call.Request = plan.Request;
        Call.IsStreamed = plan.IsStreamed;
        Call.IsCommitted = false;
        Call.Retries = 0;
        _before = plan.Marker.DiscardsText ? null : partial;
        _held.Mark(TChunk.OfRecovery(plan.Marker), new StepFacts(null, false, false, false, false, isMarker: true));
    }

    /// <inheritdoc/>
    ValueTask IRecoverable.OpenAsync() => OpenAsync();

    /// <inheritdoc/>
    void IRecoverable.Settle() => _held.Settle();

    /// <inheritdoc/>
    void IRecoverable.GiveUp(ChatAnswer partial, OpenRouterException failure)
    {
        _held.Clear();
        failure.Complete(Call.Attempts);
        _final = partial with { Attempts = Call.Attempts, Usage = Call.SumUsage(null) };
    }

    private void Describe()
    {
        Current.Describe(_answer);
        _answer.EndChunk();
        if (_memo.Shape is { IsRepeatable: true } shape)
        {
            shape.Told = _answer.Remember(shape.Told);
        }
    }

    private void NoteContent()
    {
        Call.Telemetry?.Chunk();
        if (!_hasContent)
        {
            _hasContent = true;
            Call.Timer.MarkFirst();
            Cursor.FirstTokenArrived();
        }
    }

    private bool SettleOverlap(OverlapTrim overlap, bool hasEvent)
    {
        if (hasEvent)
        {
            overlap.Add(Cursor.Data);
        }
        else
        {
            overlap.Close();
        }

        if (overlap.IsOpen)
        {
            return true;
        }

        var isRead = true;
        foreach (var data in overlap.Take())
        {
            isRead = TryRead(data);
            if (isRead)
            {
                _held.Add(Current, Step);
            }
        }

        _overlap = null;
        _isHeld = true;
        if (hasEvent && isRead)
        {
            return true;
        }

        End();
        return false;
    }

    /// <summary>Reads the chunk of an event; false when the body broke off inside it.</summary>
    private bool TryRead(ReadOnlySpan<byte> data)
    {
        _answer.BeginChunk();
        try
        {
            if (Cursor.EventType == "error")
            {
                ReadErrorEvent(data);
            }
            else
            {
                Current = _memo.Read(data, Cursor.EventType == SseParser.DefaultType ? Frame : null);
                Describe();
            }
        }
        catch (JsonException) when (Cursor.IsUnterminated)
        {
            return false;
        }
        catch (JsonException exception)
        {
            throw FailOn(data, exception);
        }

        Check();
        return true;
    }

    /// <summary>An event that calls itself an error is one, whatever its data look like.</summary>
    private void ReadErrorEvent(ReadOnlySpan<byte> data)
    {
        _answer.Error(ErrorEnvelope.Find(data) ?? JsonModel.Parse<JsonElement>(data, JsonRead.Element));
        if (_answer.Facts.Error is null)
        {
            throw new JsonException("The event is called an error and names none.");
        }
    }

    private void Check()
    {
        (Repeated, _copied, _isFresh) = (null, null, true);
        var facts = _answer.Facts;
        if (facts.HasContent)
        {
            NoteContent();
        }

        if (_answer.IsTooLarge)
        {
            _answer.EndChunk();
            throw FailTooLarge();
        }

        if (_answer.IsDamaged)
        {
            throw DamagedSound();
        }

        if (facts.Error is { } error)
        {
            throw FailBy(error);
        }

        _usageEndedIt = facts is { HasUsage: true, HasContent: false };
        Step = new StepFacts(facts.Text, facts.HasChoices, facts.HasUsage, facts.HasContent, _answer.IsFinished);
    }

    private void End()
    {
        if (_answer.FinishedWithError)
        {
            throw FailWith(facts => Cursor.Failures.Plain(
                $"The model failed ({_answer.NativeErrorReason ?? "no reason given"}). Try again, or let another model or provider answer.", facts, isTransient: true, code: _answer.NativeErrorReason));
        }

        if (_answer is { IsFinished: true, IsSoundCut: true })
        {
            throw DamagedSound();
        }

        // Some providers never name a reason; then usage after the content shows that the answer was whole.
        if (_answer.IsFinished || _usageEndedIt || (_answer.HasUsage && Cursor.DoneSeen))
        {
            Close(AnswerOutcome.Completed);
            return;
        }

        _answer.EndChunk();
        throw BreakOff(_answer.HasContent);
    }

    /// <summary>Apart from where it is called: what a lambda holds is made where its method begins, which is for each chunk.</summary>
    private OpenRouterException FailBy(JsonElement error) => FailWith(known => Cursor.Failures.FromError(error, known));

    private OpenRouterException DamagedSound()
        => FailWith(facts => Cursor.Failures.Plain($"The sound in the answer to {Cursor.Request} is no base64.", facts));

    private OpenRouterException FailOn(ReadOnlySpan<byte> data, Exception cause)
    {
        _answer.EndChunk();
        return FailUnreadable(data, cause);
    }

    private OpenRouterException FailWith(Func<CallFacts, OpenRouterException> make)
    {
        _answer.EndChunk();
        return Fail(make);
    }
}
