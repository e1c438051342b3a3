using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// Reads the events of a stream, and remembers the shapes of the last ones: in most streams an event differs from one before in
/// a few values alone. What does not match byte for byte is read whole.
/// </summary>
/// <typeparam name="T">The type of an event.</typeparam>
/// <param name="reader">Reads an event.</param>
/// <param name="remembers">Whether shapes are remembered; else all events are read whole.</param>
internal sealed class EventMemo<T>(ItemReader<T> reader, bool remembers = true)
    where T : IVarying<T>
{
    /// <summary>Larger events are not kept.</summary>
    private const int MaxBytes = 16 * 1024;

    /// <summary>How many shapes are kept.</summary>
    private const int MaxShapes = 6;

    /// <summary>After so many shapes that were of no use only events are kept that begin like the one before: others have no shape that comes again.</summary>
    private const int Patience = 12;
    private const int Seldom = 16;

    private readonly EventShape<T>?[] _shapes = new EventShape<T>?[MaxShapes];
    private readonly PathList _paths = new();
    private readonly ValueHistory _history = new();
    private readonly KnownTexts _known = new();
    private HoleFinder? _finder;
    private EventShape<T>? _kept;
    private byte[] _before = [];
    private int _beforeLength;
    private int _misses;
    private int _useless;

    /// <summary>How many events were read by their shapes.</summary>
    public int Hits { get; private set; }

    /// <summary>The shape of the event that was read last; null when it was read whole.</summary>
    public EventShape<T>? Shape { get; private set; }

    /// <summary>Whether the event that was read last has the same shape as the one before it.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Whether some bytes begin with an event of a shape that is known; <see cref="Shape"/> is that shape then.</summary>
    public bool TryAhead(ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < MaxShapes && _shapes[index] is { } shape; index++)
        {
            if (shape.TryAhead(bytes))
            {
                Hit(shape, index);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads an event, whatever its shape.</summary>
    /// <param name="data">The data of the event.</param>
    /// <param name="frame">Finds what stands around them, when that is worth knowing; null when the event is not worth keeping.</param>
    /// <exception cref="System.Text.Json.JsonException">It is no such event.</exception>
    public T Read(ReadOnlySpan<byte> data, Func<EventFrame>? frame = null)
    {
        for (var index = 0; index < MaxShapes && _shapes[index] is { } shape; index++)
        {
            if (shape.TryData(data))
            {
                Hit(shape, index);
                shape.Decode(data);
                return shape.Copy(data);
            }
        }

        var item = JsonModel.Parse(data, reader, _known) ?? throw JsonModel.Null();
        (Shape, IsRepeated) = (null, false);
        _misses++;

        // Not the first: what keeps a shape would be compiled before the first content is shown.
        if (remembers && frame is not null && _misses > 1 && data.Length <= MaxBytes && IsPromising(data))
        {
            Keep(data, frame(), item);
        }

        return item;
    }

    private bool IsPromising(ReadOnlySpan<byte> data)
    {
        if (_useless < Patience)
        {
            return true;
        }

        var isAlike = data.CommonPrefixLength(_before.AsSpan(0, _beforeLength)) > data.Length / 2;
        if (_before.Length < data.Length)
        {
            _before = new byte[Math.Max(data.Length, 512)];
        }

        data.CopyTo(_before);
        _beforeLength = data.Length;
        return isAlike || _misses % Seldom == 0;
    }

    private void Keep(ReadOnlySpan<byte> data, EventFrame frame, T item)
    {
        _paths.Clear();
        item.Vary(new VaryingPaths(_paths));
        if (_paths.Slots == 0 || !(_finder ??= new HoleFinder(_paths)).TryFind(data))
        {
            return;
        }

        _history.Add(_paths, _finder.Holes, data);
        Shape = new EventShape<T>(frame, data, _finder, _paths, _history.Varies, item);
        _useless = _kept is null or { WasMatched: true } ? Math.Max(0, _useless - 1) : _useless + 1;
        _kept = Shape;
        MakeFirst(Shape, MaxShapes - 1);
    }

    private void Hit(EventShape<T> shape, int index)
    {
        IsRepeated = Shape == shape;
        Shape = shape;
        Hits++;
        if (index > 0)
        {
            MakeFirst(shape, index);
        }
    }

    private void MakeFirst(EventShape<T> shape, int index)
    {
        Array.Copy(_shapes, 0, _shapes, 1, index);
        _shapes[0] = shape;
    }
}
