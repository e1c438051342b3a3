using System.Text;

namespace BlazorChat.Conversation;

/// <summary>Plain text that only grows, in parts of a bounded size: what is full never changes again, so the browser is sent the last part alone.</summary>
public sealed class GrowingParts
{
    private const int PartChars = 1024;
    private readonly List<string> _full = [];
    private readonly StringBuilder _last = new();

    /// <summary>The parts, in order.</summary>
    public IEnumerable<string> Parts => _last.Length > 0 ? _full.Append(_last.ToString()) : _full;

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    internal void Append(string text)
    {
        Length += text.Length;
        _last.Append(text);
        if (_last.Length >= PartChars && !char.IsHighSurrogate(_last[^1]))
        {
            _full.Add(_last.ToString());
            _last.Clear();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts);
}
