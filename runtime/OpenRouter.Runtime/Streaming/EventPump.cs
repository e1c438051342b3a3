using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming.Memo;
using OpenRouter.Runtime.Streaming.Wires;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the events of a stream and decides how it ended.</summary>
/// <typeparam name="TEvent">The type of an event.</typeparam>
internal sealed class EventPump<TEvent>(ApiConnection connection, ApiCall call, ItemReader<TEvent> reader) : StreamPump(connection, call)
    where TEvent : IStreamEvent<TEvent>
{
    /// <summary>The most events without content that are kept back until the first with content shows that the attempt works.</summary>
    private const int MaxPreamble = 8;

    private readonly Queue<TEvent> _held = [];
    private readonly EventMemo<TEvent> _memo = new(reader, connection.ReadsByShape);
    private EventAnswer _answer = new(connection.Limits.MaxAnswerChars);
    private bool _completedSeen;

    /// <summary>The event.</summary>
    public TEvent Current { get; private set; } = default!;

    /// <summary>How many events were read by the shapes of those before.</summary>
    public int ReadByShape => _memo.Hits;

    /// <inheritdoc/>
    public override string? GenerationId => (IsBegun ? Cursor.Facts.GenerationId : null) ?? _answer.GenerationId;

    /// <inheritdoc/>
    protected override bool IsAnswered => _completedSeen;

    /// <inheritdoc/>
    protected override string? OwnProvider => _answer.Provider;

    /// <inheritdoc/>
    protected override TokenUsage? OwnUsage => _answer.Usage;

    /// <inheritdoc/>
    public override ChatAnswer Snapshot() => Complete(_answer.Snapshot(Outcome));

    /// <inheritdoc/>
    protected override void Reset()
    {
        _held.Clear();
        _answer = new EventAnswer(Connection.Limits.MaxAnswerChars);
        _completedSeen = false;
    }

    /// <inheritdoc/>
    protected override bool Settle(bool hasEvent)
    {
        if (!hasEvent || !TryRead())
        {
            End();
            return false;
        }

        Tell(Cursor.Data);
        switch (Current.Role)
        {
            case StreamEventRole.Completed:
                _completedSeen = true;
                break;
            case StreamEventRole.Failed:
                throw FailOn(Current.Error ?? Whole());
        }

        return true;
    }

    /// <inheritdoc/>
    protected override bool IsKnown(ReadOnlySpan<byte> ahead) => _memo.TryAhead(ahead) && _memo.Shape!.Item.Role == StreamEventRole.Event;

    /// <inheritdoc/>
    protected override bool Hold()
    {
        _held.Enqueue(Current);
        return _answer is { IsKnown: true, HasContent: false } && !_completedSeen && _held.Count < MaxPreamble;
    }

    /// <inheritdoc/>
    protected override bool TryTake()
    {
        if (!_held.TryDequeue(out var first))
        {
            return false;
        }

        Current = first;
        return true;
    }

    /// <inheritdoc/>
    protected override void TakeAhead()
    {
        var shape = _memo.Shape!;
        var ahead = Cursor.Found.Span;
        shape.Decode(ahead);
        Current = shape.Copy(ahead);
        Cursor.Take(shape.Length, shape.EventType);
        Tell(ahead[shape.Data.Start..shape.Data.End]);
    }

    private void Tell(ReadOnlySpan<byte> data)
    {
        _answer.Read(data);
        if (_answer.IsTooLarge)
        {
            throw FailTooLarge();
        }

        if (_answer.HasContent)
        {
            Call.Timer.MarkFirst();
            Call.Telemetry?.Chunk();
            Cursor.FirstTokenArrived();
        }
    }

    private bool TryRead()
    {
        try
        {
            // An error that broke the stream before it began has no type that an event could be told by.
            if (Cursor.EventType != "error" && !Cursor.Data.TrimStart(" "u8).StartsWith("{\"error\""u8))
            {
                Current = _memo.Read(Cursor.Data, Frame);
                return true;
            }

            if (ErrorEnvelope.Find(Cursor.Data) is { } error)
            {
                throw FailOn(error);
            }

            Current = JsonModel.Required(Cursor.Data, reader);
            return Current.Role == StreamEventRole.Failed || Cursor.EventType != "error" ? true : throw FailOn(Whole());
        }
        catch (JsonException) when (Cursor.IsUnterminated)
        {
            return false;
        }
        catch (JsonException exception)
        {
            throw FailUnreadable(Cursor.Data, exception);
        }
    }

    private OpenRouterException FailOn(JsonElement error) => Fail(facts => Cursor.Failures.FromError(error, facts));

    private JsonElement Whole() => JsonModel.Parse<JsonElement>(Cursor.Data, JsonRead.Element);

    private void End()
    {
        // The end mark alone is an end only where the events are of no wire whose last event is known.
        if (_completedSeen || (Cursor.DoneSeen && !_answer.IsKnown))
        {
            Close(AnswerOutcome.Completed);
            return;
        }

        throw BreakOff(_answer.HasContent);
    }
}
