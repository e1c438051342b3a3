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
    private readonly int[] _slotOfRole = [-1, -1, -1, -1, -1];
    private readonly int _detailTexts;
    private (int Start, int End) _foundDetails;

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
            TellsHead |= path.Kind == VaryingKind.Text;
            DetailSlot = path.Kind == VaryingKind.DetailText ? path.Slot : DetailSlot;
        }

        Array.Resize(ref holes, count);
        _holes = holes;
    }

    /// <summary>The type of the event.</summary>
    public string EventType { get; }

    /// <summary>Whether the bytes around the event are known too.</summary>
    public bool IsFramed { get; }

    /// <summary>Whether texts vary that are no pieces, such as names and ids.</summary>
    public bool TellsHead { get; }

    /// <summary>Whether at most one text in reasoning details varies.</summary>
    public bool HasOneDetail => _detailTexts <= 1;

    /// <summary>The event that was matched last: how many bytes it has.</summary>
    public int Length { get; private set; }

    /// <summary>Where its data begin and end in those bytes.</summary>
    public (int Start, int End) Data { get; private set; }

    /// <summary>What makes a chunk of it.</summary>
    public T Item => _item;

    /// <summary>The text in its reasoning details, when it varies.</summary>
    public string? DetailText => DetailSlot < 0 ? null : _values.TextAt(DetailSlot);

    private int DetailSlot { get; } = -1;

    /// <summary>A piece of the event that was matched last; null when it does not vary.</summary>
    public string? Piece(PieceRole role) => _slotOfRole[(int)role] is var slot && slot < 0 ? null : _values.TextAt(slot);

    /// <summary>Whether some bytes begin with an event of this shape, with all that stands around it.</summary>
    public bool TryAhead(ReadOnlySpan<byte> bytes)
    {
        if (!IsFramed || !TryMatch(bytes, 0, _frame.Length))
        {
            return false;
        }

        Data = (_data.Start, Length - (_frame.Length - _data.End));
        return true;
    }

    /// <summary>Whether some data are of this shape.</summary>
    public bool TryData(ReadOnlySpan<byte> data)
    {
        Data = (0, data.Length);
        return TryMatch(data, _data.Start, _data.End) && Length == data.Length;
    }

    /// <summary>The event that was matched last, as an item of its own.</summary>
    /// <param name="bytes">The bytes that were matched.</param>
    public T Copy(ReadOnlySpan<byte> bytes)
        => _item.With(_values.Rewind(_detailTexts == 0 ? null : bytes[_foundDetails.Start.._foundDetails.End].ToArray()));

    private bool TryMatch(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var (known, at) = (from, 0);
        var (start, end) = (_details.Start - from, _details.End - from);
        var reasoning = default(ReadOnlySpan<byte>);
        foreach (ref readonly var hole in _holes.AsSpan())
        {
            var around = _frame.AsSpan(known, hole.Start - known);
            if (!bytes[at..].StartsWith(around))
            {
                return false;
            }

            at += around.Length;
            var rest = bytes[at..];
            var length = hole.Kind == VaryingKind.Number ? ReadNumber(rest, hole.Slot) : ReadText(rest, hole, ref reasoning);
            if (length < 0)
            {
                return false;
            }

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
        _foundDetails = (start, end);
        return true;
    }

    private int ReadText(ReadOnlySpan<byte> rest, in ShapeHole hole, ref ReadOnlySpan<byte> reasoning)
    {
        var length = JsonTextScan.Find(rest, out var isEscaped);
        if (length < 0)
        {
            return -1;
        }

        var raw = rest[..length];
        if (hole.Slot == _slotOfRole[(int)PieceRole.Reasoning])
        {
            reasoning = raw;
        }
        else if (hole.Kind == VaryingKind.DetailText && !reasoning.IsEmpty && raw.SequenceEqual(reasoning))
        {
            // Services say reasoning twice in one event.
            _values.Set(hole.Slot, Piece(PieceRole.Reasoning));
            return length;
        }

        _values.Set(hole.Slot, JsonText.Decode(raw, isEscaped, keepsHalves: hole.Kind != VaryingKind.Text));
        return length;
    }

    /// <summary>Numbers with a fraction, an exponent or more digits than fit surely are left to the reader: their next byte is not the expected one.</summary>
    private int ReadNumber(ReadOnlySpan<byte> rest, int slot)
    {
        const int MaxDigits = 18;
        var first = !rest.IsEmpty && rest[0] == '-' ? 1 : 0;
        var (at, number) = (first, 0L);
        while (at < rest.Length && at < MaxDigits && (uint)(rest[at] - '0') <= 9)
        {
            number = (number * 10) + rest[at] - '0';
            at++;
        }

        if (at == first || (rest[first] == '0' && at > first + 1))
        {
            return -1;
        }

        _values.Set(slot, first == 0 ? number : -number);
        return at;
    }
}
