using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts reasoning together: text to show, and details to send back unchanged.</summary>
internal sealed class ReasoningAssembly(AnswerBudget budget)
{
    private readonly StringBuilder _text = new();
    private readonly List<ReasoningEntry> _entries = [];
    private readonly Dictionary<long, ReasoningEntry> _openTexts = [];
    private readonly Dictionary<long, ReasoningEntry> _openSummaries = [];
    private readonly Dictionary<string, Sealed> _encrypted = new(StringComparer.Ordinal);
    private readonly StringBuilder _plain = new();
    private ((string Type, long Index) Key, ReasoningEntry Entry)? _last;
    private string _continued = "";
    private bool _hasDetailText;
    private bool _detailsWereShown;

    /// <summary>The entry that the next fragment may lengthen.</summary>
    public ReasoningEntry? Last => _last?.Entry;

    /// <summary>The reasoning to show.</summary>
    public string Text => JsonText.Whole(_text);

    /// <summary>Adds the plain string of a chunk. It counts only when the details of the chunk say nothing.</summary>
    public void AddText(string text) => _plain.Append(text);

    /// <summary>Adds one entry of the details of a chunk.</summary>
    /// <returns>Whether it did no more than lengthen the text of the last one.</returns>
    public bool AddDetail(ReadOnlySpan<byte> json)
    {
        if (_last is { } last && ReasoningContinuation.TryRead(json, last.Key.Type, last.Key.Index, last.Entry) is { } continued)
        {
            _continued = continued;
            Continue(continued);
            return true;
        }

        var fragment = ReasoningFragment.Read(json);
        Show(fragment.Shown ?? "");
        if (fragment.IsText && fragment.Index is { } index)
        {
            AddText((fragment.Type, index), json, fragment);
        }
        else if (fragment.Type == ReasoningFragment.Encrypted && fragment.Id is { Length: > 0 } id)
        {
            AddEncrypted(id, json, fragment);
        }
        else if (budget.Take(AnswerBudget.EntryCost + json.Length))
        {
            Append(json);
        }

        return false;
    }

    /// <summary>Lengthens the text of the last entry once more, as the last fragment did.</summary>
    /// <param name="text">The text; null for the same again.</param>
    public void Continue(string? text)
    {
        text ??= _continued;
        var (key, entry) = _last!.Value;
        if (budget.Take(text.Length))
        {
            entry.Grow(ReasoningContinuation.Member(key.Type), text);
        }

        Show(text);
    }

    /// <summary>Settles which of the two said the reasoning of the chunk.</summary>
    public void EndChunk()
    {
        if (!_hasDetailText && budget.Take(_plain.Length))
        {
            _text.Append(_plain);
        }

        _hasDetailText = false;
        _plain.Clear();
    }

    /// <summary>The details, ready to be sent back.</summary>
    public IReadOnlyList<JsonElement> Details() => _entries.ConvertAll(static entry => entry.ToElement());

    private void AddText((string Type, long Index) key, ReadOnlySpan<byte> json, ReasoningFragment fragment)
    {
        if (!budget.Take(fragment.Cost(json.Length)))
        {
            return;
        }

        var entries = key.Type == ReasoningFragment.Summary ? _openSummaries : _openTexts;
        if (entries.TryGetValue(key.Index, out var open))
        {
            var before = open.Count;
            open.Extend(json);
            budget.Give((fragment.Count + 1L - (open.Count - before)) * AnswerBudget.EntryCost);
        }
        else
        {
            entries[key.Index] = open = Append(json);
        }

        _last = (key, open);
    }

    private void AddEncrypted(string id, ReadOnlySpan<byte> json, ReasoningFragment fragment)
    {
        var cost = fragment.Cost(json.Length);
        if (!budget.Take(cost))
        {
            return;
        }

        if (!_encrypted.TryGetValue(id, out var same))
        {
            _encrypted[id] = new Sealed(Append(json)) { Cost = cost };
            return;
        }

        same.Entry.Replace(json);
        budget.Give(Math.Min(cost, same.Cost));
        same.Cost = Math.Max(cost, same.Cost);
    }

    /// <summary>Shows what details say, unless plain strings of earlier chunks have said all of it, word for word.</summary>
    private void Show(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        _hasDetailText = true;
        var isRepeated = !_detailsWereShown && _plain.Length == 0 && text.Length == _text.Length && _text.Equals(text);
        _detailsWereShown = true;
        if (!isRepeated && budget.Take(text.Length))
        {
            _text.Append(text);
        }
    }

    private ReasoningEntry Append(ReadOnlySpan<byte> json)
    {
        var entry = new ReasoningEntry(json);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>An entry that comes whole each time, and what it cost. A class: a dictionary of structs is compiled anew for each.</summary>
    private sealed class Sealed(ReasoningEntry entry)
    {
        public ReasoningEntry Entry { get; } = entry;

        public required long Cost { get; set; }
    }
}
