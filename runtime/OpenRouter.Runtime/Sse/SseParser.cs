using System.Buffers.Text;
using System.Text;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// An incremental parser of server-sent events over UTF-8, as the HTML standard defines them, in any split of the bytes.
/// Push bytes through <see cref="GetMemory"/> and <see cref="Advance"/>; take what they hold through <see cref="Read"/>.
/// </summary>
public sealed class SseParser : IDisposable
{
    /// <summary>The type of an event that names none.</summary>
    public const string DefaultType = "message";

    private const int MaxCommentBytes = 256;
    private readonly SseBuffer _buffer = new();
    private readonly int _maxEventBytes;
    private SseLine _line;
    private int _counted;
    private bool _isStarted;
    private bool _skipsLineFeed;
    private bool _isCompleted;
    private bool _isDelivered;
    private int _keptOfDiscarded;
    private (int Start, int Length) _comment;
    private string? _nextType;
    private string _nextEventId = "";

    /// <summary>Makes a parser.</summary>
    /// <param name="maxEventBytes">The most bytes of the lines of one event; comments and unknown fields do not count.</param>
    public SseParser(int maxEventBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEventBytes);
        _maxEventBytes = maxEventBytes;
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

    /// <summary>Where the next bytes go: never empty.</summary>
    public Memory<byte> GetMemory() => _buffer.Room();

    /// <summary>Tells how many bytes were put there.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _buffer.End += count;
    }

    /// <summary>Tells that the body has ended.</summary>
    public void Complete() => _isCompleted = true;

    /// <summary>Finds the next thing in the bytes so far.</summary>
    /// <exception cref="EventTooLargeException">The event is larger than allowed.</exception>
    public SseSignal Read()
    {
        _comment = default;
        if (_isDelivered)
        {
            _isDelivered = false;
            _buffer.ClearData();
        }

        while (TryTakeLine())
        {
            var signal = ReadLine();
            if (signal != SseSignal.NeedBytes)
            {
                return signal;
            }
        }

        return _isCompleted ? ReadRest() : SseSignal.NeedBytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDelivered = false;
        _comment = default;
        _buffer.Dispose();
    }

    private bool TryTakeLine()
    {
        if (!_isStarted && !TrySkipByteOrderMark())
        {
            return false;
        }

        if (_skipsLineFeed && _buffer.Start < _buffer.End)
        {
            _skipsLineFeed = false;
            if (_buffer.Line[0] == '\n')
            {
                _buffer.Scanned = ++_buffer.Start;
            }
        }

        var unscanned = _buffer.Unscanned;
        var length = unscanned.IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            _buffer.Scanned = _buffer.End;
            CheckUnfinishedLine();
            return false;
        }

        // A CR ends the line at once; a LF that belongs to it is skipped when it comes, be it in the next read.
        var end = _buffer.Scanned + length;
        _skipsLineFeed = unscanned[length] == '\r';
        _line = new SseLine(_buffer.Start, _keptOfDiscarded > 0 ? _keptOfDiscarded : end - _buffer.Start);
        _keptOfDiscarded = 0;
        _buffer.Start = _buffer.Scanned = end + 1;
        return true;
    }

    private bool TrySkipByteOrderMark()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var line = _buffer.Line;
        if (line.Length < mark.Length && mark.StartsWith(line) && !_isCompleted)
        {
            return false;
        }

        _isStarted = true;
        if (line.StartsWith(mark))
        {
            _buffer.Start = _buffer.Scanned = _buffer.Start + mark.Length;
        }

        return true;
    }

    /// <summary>A line that will be ignored is not stored, and one that will not be may not grow without bound.</summary>
    private void CheckUnfinishedLine()
    {
        var line = _buffer.Line;
        if (_keptOfDiscarded == 0 && SseLine.IsIgnorable(line))
        {
            if (line[0] == ':' && line.Length < MaxCommentBytes)
            {
                return;
            }

            _keptOfDiscarded = Math.Min(line.Length, MaxCommentBytes);
        }

        if (_keptOfDiscarded > 0)
        {
            _buffer.End = _buffer.Scanned = _buffer.Start + _keptOfDiscarded;
            return;
        }

        if (line.Length > _maxEventBytes - _counted)
        {
            throw new EventTooLargeException(_maxEventBytes);
        }
    }

    private SseSignal ReadLine()
    {
        var text = _buffer.Slice(_line.Start, _line.Length);
        if (text.IsEmpty)
        {
            return Dispatch();
        }

        if (text[0] == ':')
        {
            _comment = (_line.Start + 1, Math.Min(_line.Length, MaxCommentBytes) - 1);
            return SseSignal.Comment;
        }

        var field = SseLine.FieldOf(text, out var offset);
        if (field != SseField.Unknown)
        {
            Count(_line.Length);
            ReadField(field, text[offset..], _line.Start + offset);
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
        _counted = 0;
        if (!_buffer.HasData)
        {
            return SseSignal.NeedBytes;
        }

        EventType = type;
        _isDelivered = true;
        return SseSignal.Event;
    }

    private SseSignal ReadRest()
    {
        if (_buffer.Start < _buffer.End)
        {
            _line = new SseLine(_buffer.Start, _buffer.End - _buffer.Start);
            _buffer.Start = _buffer.Scanned = _buffer.End;
            _keptOfDiscarded = 0;
            if (ReadLine() == SseSignal.Comment)
            {
                return SseSignal.Comment;
            }
        }

        // What the standard would drop must not change what it keeps.
        _nextEventId = LastEventId;
        return Dispatch() == SseSignal.Event ? SseSignal.UnterminatedEvent : SseSignal.End;
    }

    private void Count(int bytes)
    {
        if (bytes > _maxEventBytes - _counted)
        {
            throw new EventTooLargeException(_maxEventBytes);
        }

        _counted += bytes;
    }
}
