using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the events of a stream and decides how it ended.</summary>
/// <typeparam name="TEvent">The type of an event.</typeparam>
internal sealed class EventPump<TEvent>(ApiConnection connection, ApiCall call) : StreamPump(connection, call)
    where TEvent : IStreamEvent<TEvent>
{
    private bool _isHeld;
    private bool _completedSeen;

    /// <summary>The event.</summary>
    public TEvent Current { get; private set; } = default!;

    /// <inheritdoc/>
    public override string? GenerationId => IsBegun ? Cursor.Facts.GenerationId : null;

    /// <inheritdoc/>
    protected override bool IsAnswered => _completedSeen;

    /// <inheritdoc/>
    protected override TokenUsage? OwnUsage => null;

    /// <inheritdoc/>
    public override ChatAnswer? Snapshot() => null;

    /// <inheritdoc/>
    protected override void Reset() => (_isHeld, _completedSeen) = (false, false);

    /// <inheritdoc/>
    protected override bool Settle(bool hasEvent)
    {
        if (!hasEvent || !TryRead())
        {
            End();
            return false;
        }

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
    protected override bool Hold()
    {
        _isHeld = true;
        return false;
    }

    /// <inheritdoc/>
    protected override bool TryTake()
    {
        var isHeld = _isHeld;
        _isHeld = false;
        return isHeld;
    }

    private bool TryRead()
    {
        try
        {
            // An error that broke the stream before it began has no type that an event could be told by.
            if (Cursor.EventType != "error" && !Cursor.Data.TrimStart(" "u8).StartsWith("{\"error\""u8))
            {
                Current = JsonModel.Parse<TEvent>(Cursor.Data);
                return true;
            }

            if (ErrorEnvelope.Find(Cursor.Data) is { } error)
            {
                throw FailOn(error);
            }

            Current = JsonModel.Parse<TEvent>(Cursor.Data);
            return Current.Role == StreamEventRole.Failed || Cursor.EventType != "error" ? true : throw FailOn(Whole());
        }
        catch (JsonException) when (Cursor.IsUnterminated)
        {
            return false;
        }
        catch (JsonException exception)
        {
            var quoted = Cursor.Data[..Math.Min(Cursor.Data.Length, Connection.Limits.MaxErrorBytes)].ToArray();
            throw Fail(facts => Cursor.Failures.Protocol($"An event of the answer to {Cursor.Request} could not be read: {exception.Message}", facts, quoted, exception));
        }
    }

    private OpenRouterException FailOn(JsonElement error) => Fail(facts => Cursor.Failures.FromError(error, facts));

    private JsonElement Whole() => JsonModel.Parse<JsonElement>(Cursor.Data, JsonRead.Element);

    private void End()
    {
        if (_completedSeen || Cursor.DoneSeen)
        {
            Close(AnswerOutcome.Completed);
            return;
        }

        if (BodyHead.IsForeign(Cursor.Head) && Cursor.Loss is null)
        {
            var head = Cursor.Head.ToArray();
            throw Fail(facts => BodyHead.ToException(Cursor.Failures, head, "no event", Cursor.Request, facts));
        }

        Close(AnswerOutcome.Interrupted);
        throw Cursor.Failures.Interrupted(InterruptionText.Of(Cursor, hasContent: true), Facts, Cursor.Loss, Cursor.Clock);
    }
}
