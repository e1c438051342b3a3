using System.Text;

namespace Worker.Live;

/// <summary>
/// The text of an attempt that runs in this process. One writes, any number read from where they are: all share this one text, so a reader that is
/// slow costs nothing and can neither hold up the writer nor lose a letter.
/// </summary>
/// <param name="fence">The attempt.</param>
internal sealed class LiveText(long fence)
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;

    public long Fence { get; } = fence;

    /// <summary>How long the text is, in characters.</summary>
    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _text.Length;
            }
        }
    }

    public void Append(string text)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _text.Append(text);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    /// <summary>Tells readers that no more will come.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _changed.TrySetResult();
    }

    /// <summary>Reads what comes after a place, and what to wait for when that is not enough.</summary>
    /// <param name="offset">The place.</param>
    /// <param name="maxChars">The most that is read; a character is never cut in two.</param>
    public (string Text, bool IsOver, Task Changed) Read(int offset, int maxChars = int.MaxValue)
    {
        lock (_gate)
        {
            offset = Math.Min(offset, _text.Length);
            var count = Math.Min(maxChars, _text.Length - offset);
            if (count > 1 && offset + count < _text.Length && char.IsHighSurrogate(_text[offset + count - 1]))
            {
                count--;
            }

            return (_text.ToString(offset, count), _isOver && offset + count == _text.Length, _changed.Task);
        }
    }
}
