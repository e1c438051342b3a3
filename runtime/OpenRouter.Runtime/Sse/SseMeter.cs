using System.Diagnostics.CodeAnalysis;

namespace OpenRouter.Runtime.Sse;

/// <summary>Counts the bytes of a body against its limits. A limit that was passed stays passed.</summary>
internal sealed class SseMeter
{
    /// <summary>What the buffer holds beside an event: the beginning of a comment, or a field name that is not yet told.</summary>
    private const int Slack = 4096;

    private readonly int _maxLine;
    private readonly int _maxEvent;
    private readonly long _maxTotal;
    private int _event;
    private bool _isOverTotal;
    private SseLimit? _passed;

    public SseMeter(SseLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.MaxLineBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.MaxEventBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(limits.MaxTotalBytes ?? 0, nameof(limits.MaxTotalBytes));
        _maxLine = limits.MaxLineBytes;
        _maxEvent = Math.Min(limits.MaxEventBytes, Array.MaxLength - Slack);
        _maxTotal = limits.MaxTotalBytes ?? long.MaxValue;
    }

    /// <summary>The bytes of the body so far, without those beyond the limit.</summary>
    public long Total { get; private set; }

    /// <summary>The most bytes that a buffer may need.</summary>
    public int Ceiling => _maxEvent + Slack;

    /// <summary>The most bytes of an event of one line that is surely allowed.</summary>
    public int MaxSure => Math.Min(_maxLine, _maxEvent);

    /// <summary>Whether nothing of an event was counted, and no limit was passed.</summary>
    public bool IsBetweenEvents => _event == 0 && _passed is null;

    /// <summary>Counts bytes of the body, and tells how many of them are within its limit.</summary>
    public int Accept(int count)
    {
        var accepted = (int)Math.Min(count, _maxTotal - Total);
        _isOverTotal |= accepted < count;
        Total += accepted;
        return accepted;
    }

    /// <summary>Refuses a line of a known field, be it unfinished, that does not fit.</summary>
    public void Check(int line) => Check(line, lineEnd: 0);

    /// <summary>Counts a line of a known field.</summary>
    /// <param name="line">How many bytes it has.</param>
    /// <param name="lineEnd">One for the end of the line, if it has one.</param>
    public void Count(int line, int lineEnd)
    {
        Check(line, lineEnd);
        _event += line + lineEnd;
    }

    /// <summary>Begins with another event.</summary>
    public void EndEvent() => _event = 0;

    /// <summary>Refuses to go on behind a limit.</summary>
    public void ThrowIfPassed()
    {
        if (_passed is { } limit)
        {
            Refuse(limit);
        }
    }

    /// <summary>Refuses to go on when all bytes within the limit were read and there were more.</summary>
    public void ThrowIfOverTotal()
    {
        if (_isOverTotal)
        {
            Refuse(SseLimit.Total);
        }
    }

    /// <summary>Of two limits that a piece of the body passes at once, the one is named that its first bytes pass.</summary>
    private void Check(int line, int lineEnd)
    {
        var room = _maxEvent - _event;
        if (line > _maxLine && _maxLine < room)
        {
            Refuse(SseLimit.Line);
        }

        if (line > room - lineEnd)
        {
            Refuse(SseLimit.Event);
        }
    }

    [DoesNotReturn]
    private void Refuse(SseLimit limit)
    {
        _passed = limit;
        throw limit switch
        {
            SseLimit.Line => new EventTooLargeException($"A line of a server-sent event is larger than the {_maxLine} bytes that are allowed. Raise the limit if lines of this size are expected.", limit, _maxLine),
            SseLimit.Event => new EventTooLargeException($"A server-sent event is larger than the {_maxEvent} bytes that are allowed. Raise the limit if events of this size are expected.", limit, _maxEvent),
            _ => new SseLimitException($"A body of server-sent events is larger than the {_maxTotal} bytes that are allowed. Raise the limit if bodies of this size are expected.", limit, _maxTotal),
        };
    }
}
