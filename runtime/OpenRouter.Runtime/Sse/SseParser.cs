using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// An incremental parser of server-sent events over UTF-8, as the HTML standard defines them, in any split of the bytes.
/// Push bytes through <see cref="GetMemory"/> and <see cref="Advance"/>; take what they hold through <see cref="Read"/>
/// until it needs more.
/// </summary>
public sealed class SseParser : IDisposable
{
    /// <summary>The type of an event that names none.</summary>
    public const string DefaultType = "message";

    private readonly SseMeter _meter;
    private readonly SseBuffer _buffer;
    private readonly SseLines _lines;
    private bool _isDelivered;
    private bool _isDisposed;
    private SseLine _comment;
    private string? _nextType;
    private string _nextEventId = "";

    /// <summary>Makes a parser.</summary>
    /// <param name="limits">What the body may make it keep.</param>
    public SseParser(SseLimits limits)
        : this(limits, ArrayPool<byte>.Shared)
    {
    }

    /// <summary>Makes a parser.</summary>
    /// <param name="maxEventBytes">The most bytes of one event, as <see cref="SseLimits.MaxEventBytes"/> counts them.</param>
    public SseParser(int maxEventBytes)
        : this(new SseLimits { MaxEventBytes = maxEventBytes, MaxLineBytes = maxEventBytes })
    {
    }

    /// <summary>Makes a parser.</summary>
    /// <param name="limits">What the body may make it keep.</param>
    /// <param name="pool">Where its memory comes from.</param>
    internal SseParser(SseLimits limits, ArrayPool<byte> pool)
    {
        _meter = new SseMeter(limits);
        _buffer = new SseBuffer(_meter.Ceiling, pool);
        _lines = new SseLines(_buffer, _meter);
    }

    /// <summary>The data of the event that <see cref="Read"/> found, its lines joined by LF. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Data => _isDelivered ? _buffer.Data : default;

    /// <summary>The text of the comment that <see cref="Read"/> found, at most its first bytes. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Comment => _buffer.Slice(_comment.Start, _comment.Length);

    /// <summary>The type of the event that <see cref="Read"/> found.</summary>
    public string EventType { get; private set; } = DefaultType;

    /// <summary>The last id that the stream named; empty when none.</summary>
    public string LastEventId { get; private set; } = "";

    /// <summary>The time to wait before connecting again, when the stream named one.</summary>
    public TimeSpan? RetryDelay { get; private set; }

    /// <summary>How many bytes of the body were pushed, up to the limit of all.</summary>
    public long TotalBytes => _meter.Total;

    /// <summary>How many bytes were searched or moved so far; in proportion to the body, however it is cut.</summary>
    internal long Work => _buffer.Work;

    /// <summary>
    /// What was received behind the last event, when an event begins there: for those who know what it may be. Nothing when that
    /// is not sure, and never more than an event may surely have.
    /// </summary>
    internal ReadOnlySpan<byte> Ahead
        => IsBetweenEvents && _buffer.Line is var line ? line[..Math.Min(line.Length, _meter.MaxSure)] : default;

    /// <summary>As <see cref="Ahead"/>; valid until bytes are received again.</summary>
    internal ReadOnlyMemory<byte> AheadMemory => IsBetweenEvents ? _buffer.LineMemory : default;

    private bool IsBetweenEvents => !_isDisposed && _isDelivered == _buffer.HasData && _nextType is null && _lines.IsAtStart && _meter.IsBetweenEvents;

    /// <summary>The bytes around the data of the event that <see cref="Read"/> found.</summary>
    internal EventFraming Framing => EventFraming.Of(_buffer.BeforeData, _buffer.Data, _buffer.AfterData, EventType);

    /// <summary>Takes an event from <see cref="Ahead"/>.</summary>
    /// <param name="count">How many bytes it has, with the empty line at its end.</param>
    /// <param name="type">Its type.</param>
    internal void Take(int count, string type)
    {
        (_isDelivered, _comment, EventType) = (false, default, type);
        _buffer.ClearData();
        _buffer.StartAt(_buffer.Start + count);
    }

    /// <summary>Where the next bytes go: never empty. Take all that the parser holds with <see cref="Read"/> before.</summary>
    /// <exception cref="InvalidOperationException">It holds more than one event may have.</exception>
    public Memory<byte> GetMemory() => _buffer.Room();

    /// <summary>Tells how many bytes were put there.</summary>
    public void Advance(int count)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _buffer.CheckRoom(count);
        _buffer.Add(_meter.Accept(count));
    }

    /// <summary>Tells that the body has ended.</summary>
    public void Complete() => _lines.IsCompleted = true;

    /// <summary>Finds the next thing in the bytes so far.</summary>
    /// <exception cref="EventTooLargeException">The event, or a line of it, is larger than allowed.</exception>
    /// <exception cref="SseLimitException">The body is larger than allowed. What came before was found by earlier calls.</exception>
    public SseSignal Read()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _comment = default;
        if (_isDelivered)
        {
            _isDelivered = false;
            _buffer.ClearData();
        }

        _meter.ThrowIfPassed();
        while (_lines.TryTake())
        {
            var signal = ReadLine(_lines.Line);
            if (signal != SseSignal.NeedBytes)
            {
                return signal;
            }
        }

        _meter.ThrowIfOverTotal();
        return _lines.IsCompleted ? ReadRest() : SseSignal.NeedBytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _isDelivered = false;
        _comment = default;
        _buffer.Dispose();
    }

    private SseSignal ReadLine(SseLine line)
    {
        var text = _buffer.Slice(line.Start, line.Length);
        if (text.IsEmpty)
        {
            return Dispatch();
        }

        if (text[0] == ':')
        {
            _comment = line.WithoutColon(SseLines.MaxCommentBytes);
            return SseSignal.Comment;
        }

        var field = SseLine.FieldOf(text, out var offset);
        if (field != SseField.Unknown)
        {
            _meter.Count(line.Length, line.LineEnd);
            ReadField(field, text[offset..], line.Start + offset);
        }

        return SseSignal.NeedBytes;
    }

    private void ReadField(SseField field, ReadOnlySpan<byte> value, int start)
    {
        switch (field)
        {
            case SseField.Data:
                _buffer.AddData(start, value.Length);
                break;
            case SseField.Event:
                // Streams repeat few types, so the last one is worth a compare.
                _nextType = Ascii.Equals(value, EventType) ? EventType : Encoding.UTF8.GetString(value);
                break;
            case SseField.Id when !value.Contains((byte)0):
                _nextEventId = Encoding.UTF8.GetString(value);
                break;
            case SseField.Retry when !value.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(value, out int milliseconds, out _):
                RetryDelay = TimeSpan.FromMilliseconds(milliseconds);
                break;
        }
    }

    private SseSignal Dispatch()
    {
        var type = string.IsNullOrEmpty(_nextType) ? DefaultType : _nextType;
        LastEventId = _nextEventId;
        _nextType = null;
        _meter.EndEvent();
        if (!_buffer.HasData)
        {
            return SseSignal.NeedBytes;
        }

        EventType = type;
        _isDelivered = true;
        return SseSignal.Event;
    }

    /// <summary>What the standard would drop must not change what it keeps: the id and the time to wait.</summary>
    private SseSignal ReadRest()
    {
        var delay = RetryDelay;
        if (_lines.TryTakeRest() && ReadLine(_lines.Line) == SseSignal.Comment)
        {
            return SseSignal.Comment;
        }

        (RetryDelay, _nextEventId) = (delay, LastEventId);
        return Dispatch() == SseSignal.Event ? SseSignal.UnterminatedEvent : SseSignal.End;
    }
}
