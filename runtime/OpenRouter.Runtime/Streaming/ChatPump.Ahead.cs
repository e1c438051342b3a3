using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <content>Chunks that lie ahead in the buffer and have a shape that is known.</content>
internal sealed partial class ChatPump<TChunk>
{
    private EventShape<TChunk>? _copied;

    /// <summary>The shape of the chunk, when its pieces are all that it has of its own and no object was made of it.</summary>
    public EventShape<TChunk>? Repeated { get; private set; }

    /// <summary>The chunk as a value; null when it was kept back, so that only it can tell.</summary>
    public ChatValue<TChunk>? Value()
        => Repeated is { } shape ? _answer.ToValue(shape, shape)
            : !_isFresh ? null
            : _copied is { } like ? _answer.ToValue(like, Current)
            : _answer.ToValue(Current);

    /// <summary>For <see cref="ReadAs.Utf8"/>: the text of a repeated chunk, where it lies between its quotes.</summary>
    public ReadOnlyMemory<byte> Lying { get; private set; }

    /// <inheritdoc/>
    protected override bool IsKnown(ReadOnlySpan<byte> ahead) => _overlap is null && _memo.TryAhead(ahead);

    /// <inheritdoc/>
    protected override void TakeAhead()
    {
        var shape = _memo.Shape!;
        var found = Cursor.Found.Span;
        var canRepeat = shape.IsRepeatable && (_memo.IsRepeated ? _answer.CanRepeat : _answer.TryResume(shape.Told));
        if (canRepeat && ReadAs == ReadAs.Utf8 && Call.IsCommitted && !_answer.RepeatsToolCall)
        {
            var text = shape.Content;
            Lying = Cursor.Found.Slice(text.Start, text.Length);
            Cursor.Take(shape.Length, shape.EventType);
            _answer.Pass(text.Length > 0);
            CheckRepeated();
            Repeated = shape;
            return;
        }

        shape.Decode(found);
        canRepeat &= ReadAs != ReadAs.Utf8;
        if (canRepeat && ReadAs != ReadAs.Chunks && Call.IsCommitted && (ReadAs == ReadAs.Answer || shape.IsMadeOfPieces))
        {
            Cursor.Take(shape.Length, shape.EventType);
            _answer.Repeat(shape);
            CheckRepeated();
            Repeated = shape;
            return;
        }

        Current = shape.Copy(found);
        Cursor.Take(shape.Length, shape.EventType);
        if (canRepeat)
        {
            _answer.Repeat(shape);
            CheckRepeated();
            _copied = shape;
            return;
        }

        _answer.BeginChunk();
        Describe();
        Check();
    }

    /// <summary>As <see cref="Check"/>, for a chunk that can bring no news but its pieces.</summary>
    private void CheckRepeated()
    {
        var facts = _answer.Facts;
        if (facts.HasContent)
        {
            NoteContent();
        }

        if (_answer.IsTooLarge)
        {
            throw FailTooLarge();
        }

        (_usageEndedIt, Repeated, _copied, _isFresh) = (false, null, null, true);
        Step = new StepFacts(facts.Text, hasChoices: true, hasUsage: false, facts.HasContent, Step.IsFinished);
    }
}
