namespace OpenRouter.Runtime.Sse;

/// <summary>
/// Cuts the bytes of a body into lines, as the HTML standard ends them: by LF, by CR, or by both together. Skips the
/// byte order mark, and stores no line that will be ignored.
/// </summary>
internal sealed class SseLines(SseBuffer buffer, SseMeter meter)
{
    /// <summary>How many bytes of a comment are kept.</summary>
    public const int MaxCommentBytes = 256;

    private bool _isStarted;
    private bool _skipsLineFeed;
    private int _keptOfDiscarded;

    /// <summary>The line that was taken; valid until more bytes are put into the buffer.</summary>
    public SseLine Line { get; private set; }

    /// <summary>Whether no more bytes will come.</summary>
    public bool IsCompleted { get; set; }

    /// <summary>Whether the received bytes go on with the first byte of a line.</summary>
    public bool IsAtStart => _isStarted && !_skipsLineFeed && _keptOfDiscarded == 0;

    /// <summary>Takes the next line that has an end.</summary>
    public bool TryTake()
    {
        if (!_isStarted && !TrySkipByteOrderMark())
        {
            return false;
        }

        if (_skipsLineFeed && buffer.Start < buffer.End)
        {
            _skipsLineFeed = false;
            if (buffer.Line[0] == '\n')
            {
                buffer.StartAt(buffer.Start + 1);
            }
        }

        var unscanned = buffer.Unscanned;
        var length = unscanned.IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            buffer.NoteUnfinished();
            CheckUnfinished();
            return false;
        }

        // A CR ends the line at once; a LF that belongs to it is skipped when it comes, be it in the next read.
        _skipsLineFeed = unscanned[length] == '\r';
        Take(buffer.Scanned + length, lineEnd: 1);
        return true;
    }

    /// <summary>Takes what stands behind the last line end of the body.</summary>
    public bool TryTakeRest()
    {
        if (buffer.Start == buffer.End)
        {
            return false;
        }

        Take(buffer.End, lineEnd: 0);
        return true;
    }

    private void Take(int end, int lineEnd)
    {
        Line = new SseLine(buffer.Start, end - buffer.Start, lineEnd);
        _keptOfDiscarded = 0;
        buffer.StartAt(end + lineEnd);
    }

    private bool TrySkipByteOrderMark()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var line = buffer.Line;
        if (line.Length < mark.Length && mark.StartsWith(line) && !IsCompleted)
        {
            return false;
        }

        _isStarted = true;
        if (line.StartsWith(mark))
        {
            buffer.StartAt(buffer.Start + mark.Length);
        }

        return true;
    }

    /// <summary>A line that will be ignored is not stored, and one that will not be may not grow without bound.</summary>
    private void CheckUnfinished()
    {
        var line = buffer.Line;
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
            buffer.CutLine(_keptOfDiscarded);
        }
        else if (SseLine.IsField(line))
        {
            meter.Check(line.Length);
        }
    }
}
