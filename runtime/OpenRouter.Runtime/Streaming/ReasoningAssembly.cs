using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts reasoning together: text to show, and details to send back unchanged.</summary>
internal sealed class ReasoningAssembly
{
    private readonly StringBuilder _text = new();
    private readonly List<ReasoningEntry> _entries = [];
    private readonly Dictionary<(string Type, long Index), ReasoningEntry> _open = [];
    private readonly Dictionary<string, ReasoningEntry> _encrypted = new(StringComparer.Ordinal);
    private readonly StringBuilder _plain = new();
    private ((string Type, long Index) Key, ReasoningEntry Entry)? _last;
    private bool _hasDetailText;

    /// <summary>The reasoning to show.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds the plain string of a chunk. It counts only when the details of the chunk say nothing.</summary>
    public void AddText(string text) => _plain.Append(text);

    /// <summary>Adds one entry of the details of a chunk.</summary>
    public void AddDetail(ReadOnlySpan<byte> json)
    {
        if (_last is { } last && ReasoningContinuation.TryRead(json, last.Key.Type, last.Key.Index, last.Entry) is { } continued)
        {
            _text.Append(continued);
            _hasDetailText |= continued.Length > 0;
            return;
        }

        var fragment = ReasoningFragment.Read(json);
        if (fragment.Shown is { Length: > 0 } shown)
        {
            _text.Append(shown);
            _hasDetailText = true;
        }

        if (fragment.IsText && fragment.Index is { } index)
        {
            var key = (fragment.Type, index);
            if (_open.TryGetValue(key, out var open))
            {
                open.Extend(fragment);
            }
            else
            {
                _open[key] = open = Append(fragment);
            }

            _last = (key, open);
            return;
        }

        if (fragment.Type == ReasoningFragment.Encrypted && fragment.Id is { Length: > 0 } id)
        {
            if (_encrypted.TryGetValue(id, out var same))
            {
                same.Replace(fragment);
                return;
            }

            _encrypted[id] = Append(fragment);
            return;
        }

        Append(fragment);
    }

    /// <summary>Settles which of the two said the reasoning of the chunk.</summary>
    public void EndChunk()
    {
        if (!_hasDetailText && _plain.Length > 0)
        {
            _text.Append(_plain);
        }

        _hasDetailText = false;
        _plain.Clear();
    }

    /// <summary>The details, ready to be sent back.</summary>
    public IReadOnlyList<JsonElement> Details() => _entries.ConvertAll(static entry => entry.ToElement());

    private ReasoningEntry Append(ReasoningFragment fragment)
    {
        var entry = new ReasoningEntry(fragment);
        _entries.Add(entry);
        return entry;
    }
}
