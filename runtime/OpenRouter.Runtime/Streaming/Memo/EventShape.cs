using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// An event that was read whole, and where its values stand that vary. Another event with the same bytes around them is the same
/// but for them: equal bytes leave a reader in the same state. So a compare or two and the end of a text read it.
/// </summary>
/// <typeparam name="T">The type of an event.</typeparam>
internal sealed class EventShape<T>
    where T : IVarying<T>
{
    private readonly byte[] _frame;
    private readonly (int Start, int End) _data;
    private readonly (int Start, int End) _details;
    private readonly ShapeHole[] _holes;
    private readonly VaryingValues _values;
    private readonly T _item;
    private readonly int[] _slotOfRole = [-1, -1, -1, -1, -1, -1];
    private readonly FoundValue[] _found;
    private readonly int _content;
    private readonly int _detailTexts;
    private (int Start, int End) _foundDetails;
    private bool _isReasoningTwice;

    /// <summary>Makes a shape.</summary>
    /// <param name="frame">The bytes around the event.</param>
    /// <param name="data">Its data.</param>
    /// <param name="found">Its values.</param>
    /// <param name="paths">Where they stand.</param>
    /// <param name="varies">Which of them vary.</param>
    /// <param name="item">What was read of it.</param>
    public EventShape(EventFrame frame, ReadOnlySpan<byte> data, HoleFinder found, PathList paths, Func<int, bool> varies, T item)
    {
        var shift = frame.Before.Length;
        _frame = [.. frame.Before, .. data, .. frame.After];
        _data = (shift, shift + data.Length);
        _details = (found.Details.Start + shift, found.Details.End + shift);
        _values = new VaryingValues(paths.Slots);
        _item = item;
        (EventType, IsFramed) = (frame.EventType, frame.IsKnown);
        var holes = new ShapeHole[found.Holes.Length];
        var count = 0;
        foreach (var hole in found.Holes)
        {
            var path = paths[hole.Path];
            if (!varies(hole.Path))
            {
                continue;
            }

            holes[count++] = new ShapeHole(hole.Start + shift, hole.Start + shift + hole.Length, path.Slot, path.Kind);
            _slotOfRole[(int)path.Role] = path.Slot;
            _detailTexts += path.Kind == VaryingKind.DetailText ? 1 : 0;
            TellsHead |= path.Role == PieceRole.Head;
            HasTexts |= path.Kind == VaryingKind.Text;
            HasOtherPieces |= path is { Kind: VaryingKind.Piece, Role: PieceRole.Other };
            HasNumbers |= path.Kind == VaryingKind.Number;
            DetailSlot = path.Kind == VaryingKind.DetailText ? path.Slot : DetailSlot;
        }

        Array.Resize(ref holes, count);
        _holes = holes;
        _found = new FoundValue[_holes.Length];
        _content = Array.FindIndex(_holes, hole => hole.Slot == _slotOfRole[(int)PieceRole.Content]);
    }

    /// <summary>The type of the event.</summary>
    public string EventType { get; }

    /// <summary>Whether the bytes around the event are known too.</summary>
    public bool IsFramed { get; }

    /// <summary>Whether a text of the head varies, which the collected answer asks for.</summary>
    public bool TellsHead { get; }

    /// <summary>Whether texts vary that are no pieces.</summary>
    public bool HasTexts { get; }

    /// <summary>What the collected answer remembers of an event of this shape.</summary>
    public object? Told { get; set; }

    /// <summary>Whether what varies is nothing that the collected answer has to be told with the whole chunk.</summary>
    public bool IsRepeatable => !TellsHead && HasOneDetail;

    /// <summary>Whether it was ever of use.</summary>
    public bool WasMatched { get; private set; }

    /// <summary>Whether numbers vary.</summary>
    public bool HasNumbers { get; }

    /// <summary>Whether pieces vary that an answer does not ask for.</summary>
    public bool HasOtherPieces { get; }

    /// <summary>Whether at most one text in reasoning details varies.</summary>
    public bool HasOneDetail => _detailTexts <= 1;

    /// <summary>The event that was matched last: how many bytes it has.</summary>
    public int Length { get; private set; }

    /// <summary>Where its data begin and end in those bytes, when it was matched with what stands around it.</summary>
    public (int Start, int End) Data => (_data.Start, Length - (_frame.Length - _data.End));

    /// <summary>What makes a chunk of it.</summary>
    public T Item => _item;

    /// <summary>The text in its reasoning details, when it varies.</summary>
    public string? DetailText => DetailSlot < 0 ? null : _values.TextAt(DetailSlot);

    private int DetailSlot { get; } = -1;

    /// <summary>A piece of the event that was matched last; null when it does not vary.</summary>
    public string? Piece(PieceRole role) => _slotOfRole[(int)role] is var slot && slot < 0 ? null : _values.TextAt(slot);

    /// <summary>Whether some bytes begin with an event of this shape, with all that stands around it.</summary>
    public bool TryAhead(ReadOnlySpan<byte> bytes)
        => IsFramed && TryMatch(bytes, 0, _frame.Length);

    /// <summary>Whether some data are of this shape.</summary>
    public bool TryData(ReadOnlySpan<byte> data)
        => TryMatch(data, _data.Start, _data.End) && Length == data.Length;

    /// <summary>Reads the values of the event that was matched last.</summary>
    /// <param name="bytes">The bytes that were matched.</param>
    public void Decode(ReadOnlySpan<byte> bytes)
    {
        _isReasoningTwice = false;
        for (var index = 0; index < _holes.Length; index++)
        {
            ref readonly var hole = ref _holes[index];
            ref readonly var found = ref _found[index];
            if (hole.Kind == VaryingKind.Number)
            {
                _values.Set(hole.Slot, found.Number);
            }
            else if (hole.Kind == VaryingKind.DetailText && IsReasoning(bytes, found))
            {
                // Services say reasoning twice in one event.
                _isReasoningTwice = !found.IsEscaped;
                _values.Set(hole.Slot, Piece(PieceRole.Reasoning));
            }
            else
            {
                _values.Set(hole.Slot, JsonText.Decode(bytes.Slice(found.Start, found.Length), found.IsEscaped, keepsHalves: hole.Kind != VaryingKind.Text));
            }
        }
    }

    /// <summary>The event that was matched and decoded last, as an item of its own.</summary>
    /// <param name="bytes">The bytes that were matched.</param>
    public T Copy(ReadOnlySpan<byte> bytes)
        => _item.With(_values.Rewind(_detailTexts == 0 ? null : bytes[_foundDetails.Start.._foundDetails.End].ToArray()));

    /// <summary>Whether the pieces of the event that was matched and decoded last are all that it has of its own; see <see cref="With"/>.</summary>
    public bool IsMadeOfPieces => !HasTexts && !HasNumbers && !HasOtherPieces && (_detailTexts == 0 || (_isReasoningTwice && HasOneDetail && Piece(PieceRole.Reasoning) is { } text && !text.Contains('\uFFFD')));

    /// <summary>An event of this shape, made of its pieces; null for one that does not vary.</summary>
    public T With(string? content, string? reasoning, string? refusal, string? arguments)
    {
        var values = new VaryingValues(_values.Count);
        Set(values, PieceRole.Content, content);
        Set(values, PieceRole.Reasoning, reasoning);
        Set(values, PieceRole.Refusal, refusal);
        Set(values, PieceRole.Arguments, arguments);
        return _item.With(values.Rewind(_detailTexts == 0 ? null : DetailsWith(reasoning!)));
    }

    /// <summary>Where the text of the event that was matched last stands, and whether it has escapes; nothing when the shape has none.</summary>
    public (int Start, int Length, bool IsEscaped) Content => _content < 0 ? default : (_found[_content].Start, _found[_content].Length, _found[_content].IsEscaped);

    private void Set(VaryingValues values, PieceRole role, string? text)
    {
        if (_slotOfRole[(int)role] is var slot && slot >= 0)
        {
            values.Set(slot, text);
        }
    }

    /// <summary>The details with another text, which needs no escapes.</summary>
    private byte[] DetailsWith(string text)
    {
        var hole = Array.Find(_holes, static hole => hole.Kind == VaryingKind.DetailText);
        return [.. _frame.AsSpan(_details.Start, hole.Start - _details.Start), .. Encoding.UTF8.GetBytes(text), .. _frame.AsSpan(hole.End, _details.End - hole.End)];
    }

    /// <summary>Whether a text is, byte for byte, that of the reasoning in the same event.</summary>
    private bool IsReasoning(ReadOnlySpan<byte> bytes, in FoundValue text)
    {
        var slot = _slotOfRole[(int)PieceRole.Reasoning];
        for (var index = 0; index < _holes.Length; index++)
        {
            if (_holes[index].Slot == slot)
            {
                // One that stands behind the details was not read yet.
                return _found[index].Start < text.Start && bytes.Slice(text.Start, text.Length).SequenceEqual(bytes.Slice(_found[index].Start, _found[index].Length));
            }
        }

        return false;
    }

    private bool TryMatch(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var (known, at) = (from, 0);
        var (start, end) = (_details.Start - from, _details.End - from);
        for (var index = 0; index < _holes.Length; index++)
        {
            ref readonly var hole = ref _holes[index];
            var around = _frame.AsSpan(known, hole.Start - known);
            if (!bytes[at..].StartsWith(around))
            {
                return false;
            }

            at += around.Length;
            var rest = bytes[at..];
            var isEscaped = false;
            var number = 0L;
            var length = hole.Kind == VaryingKind.Number ? FoundValue.NumberLength(rest, out number) : JsonTextScan.Find(rest, out isEscaped);
            if (length < 0)
            {
                return false;
            }

            _found[index] = new FoundValue(at, length, isEscaped, number);
            at += length;
            known = hole.End;

            // What stands behind the value has moved by as much as the value is longer.
            start = hole.Start < _details.Start ? _details.Start + at - known : start;
            end = hole.Start < _details.End ? _details.End + at - known : end;
        }

        var tail = _frame.AsSpan(known, to - known);
        if (!bytes[at..].StartsWith(tail))
        {
            return false;
        }

        Length = at + tail.Length;
        WasMatched = true;
        _foundDetails = (start, end);
        return true;
    }
}
