using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>
/// Puts an answer together from typed events. The first event tells which wire it is: that of <c>/responses</c>, of
/// <c>/messages</c> or of <c>/images</c>. Unknown events and damaged members add nothing; whoever reads the typed event judges them.
/// </summary>
/// <param name="maxChars">The most characters that are kept.</param>
internal sealed class EventAnswer(long maxChars)
{
    private readonly WireAnswer _answer = new(maxChars);
    private IEventWire? _wire;

    /// <summary>Whether the events are of a wire that is known, so that the answer says what arrived.</summary>
    public bool IsKnown => _wire is not null;

    /// <summary>Whether the event was seen that says that the answer is complete.</summary>
    public bool IsFinished => _answer.IsFinished;

    /// <summary>Whether anything was seen that a reader would call content.</summary>
    public bool HasContent => _answer.HasContent;

    /// <summary>Whether the answer is larger than allowed; what came after is not kept.</summary>
    public bool IsTooLarge => _answer.Budget.IsExceeded;

    /// <summary>The characters that are kept.</summary>
    public long KeptChars => _answer.Budget.Taken;

    /// <summary>The id that the events carry.</summary>
    public string? GenerationId => _answer.Id;

    /// <summary>The provider that the events name.</summary>
    public string? Provider => _answer.Provider;

    /// <summary>The usage, if an event told it.</summary>
    public TokenUsage? Usage => _answer.Usage is { } usage ? WireUsage.Read(usage) : null;

    /// <summary>The error that an event carried, in whatever shape it came.</summary>
    public JsonElement? Error => _answer.Error;

    /// <summary>Takes an event.</summary>
    /// <param name="eventData">Its JSON.</param>
    public void Read(ReadOnlySpan<byte> eventData)
    {
        try
        {
            var reader = new JsonReader(eventData);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return;
            }

            var type = JsonProbe.Tag(reader, "type"u8);
            _wire ??= Recognise(type);
            if (type.IsEmpty || type.SequenceEqual("error"u8) || type.SequenceEqual("response.error"u8))
            {
                ReadError(eventData, type.IsEmpty);
                return;
            }

            _wire?.Read(type, eventData);
        }
        catch (JsonException)
        {
            // Nothing of the event was taken yet, and the typed reader says what is wrong with it.
        }
    }

    /// <summary>The answer so far.</summary>
    public ChatAnswer Snapshot(AnswerOutcome outcome) => _wire is null ? new ChatAnswer { Outcome = outcome } : _answer.Snapshot(outcome);

    private IEventWire? Recognise(ReadOnlySpan<byte> type)
    {
        if (type.StartsWith("response."u8))
        {
            return new ResponsesWire(_answer);
        }

        if (type.StartsWith("message_"u8) || type.StartsWith("content_block_"u8))
        {
            return new MessagesWire(_answer);
        }

        return type.StartsWith("image_generation."u8) ? new ImagesWire(_answer) : null;
    }

    /// <summary>An error stands in a member of that name, or the event is the error.</summary>
    private void ReadError(ReadOnlySpan<byte> json, bool needsMember)
    {
        var whole = WireJson.Parse(json);
        if (whole.Get("error") is { } error)
        {
            _answer.Error ??= error;
        }
        else if (!needsMember)
        {
            _answer.Error ??= whole;
        }
    }
}
