using System.Text;

namespace BlazorChat.Markdown;

/// <summary>
/// Markdown that only grows, cut into sections where a block of it is surely over. A section never changes again, so it is parsed and rendered once, and what an answer costs grows with
/// its length instead of the square. Only the last section is looked at again with every frame.
/// </summary>
public sealed class GrowingText
{
    private readonly List<string> _settled = [];
    private readonly StringBuilder _rest = new();
    private readonly FenceTracker _fences = new();
    private string _tail = "";
    private int _scanned;
    private bool _isAfterBlank;
    private bool _isAfterReturn;

    /// <summary>The sections that never change again.</summary>
    public IReadOnlyList<string> Settled => _settled;

    /// <summary>The section that grows; empty when there is nothing in it.</summary>
    public string Tail => _tail;

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing more comes.</summary>
    public bool IsComplete { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_settled) + _tail;

    internal void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var before = _rest.Length;
        AppendLines(text);
        Length += _rest.Length - before;
        _tail = _rest.ToString();
        Settle();
    }

    internal void Complete() => IsComplete = true;

    /// <summary>Every end of a line becomes a line feed, also one that arrives in two pieces.</summary>
    private void AppendLines(string text)
    {
        foreach (var letter in text)
        {
            if (letter != '\n' || !_isAfterReturn)
            {
                _rest.Append(letter == '\r' ? '\n' : letter);
            }

            _isAfterReturn = letter == '\r';
        }
    }

    /// <summary>Looks at the lines that became whole. A line at the margin behind a blank one begins a new block, unless a fence is open or it goes on with a list.</summary>
    private void Settle()
    {
        var start = 0;
        for (int end; (end = _tail.IndexOf('\n', _scanned)) >= 0; _scanned = end + 1)
        {
            var line = _tail.AsSpan(_scanned, end - _scanned);
            if (_isAfterBlank && !_fences.IsOpen && LineStart.BeginsBlock(line))
            {
                _settled.Add(_tail[start.._scanned]);
                start = _scanned;
            }

            _fences.See(line);
            _isAfterBlank = !_fences.IsOpen && line.IsWhiteSpace();
        }

        if (start > 0)
        {
            _rest.Remove(0, start);
            _tail = _tail[start..];
            _scanned -= start;
        }
    }
}
