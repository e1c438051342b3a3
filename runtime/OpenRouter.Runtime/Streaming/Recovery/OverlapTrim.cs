using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>
/// Finds what the continuation of a text repeats of it, and cuts that. Events are kept back until it is clear how much the
/// two overlap: a model may repeat the last words, or begin anew and repeat everything.
/// </summary>
internal sealed class OverlapTrim
{
    private const int Window = 512;

    /// <summary>Shorter repetitions are chance: words begin alike.</summary>
    private const int MinOverlap = 16;

    /// <summary>The same for a text that is repeated from its first letter.</summary>
    private const int MinWhole = 4;

    private readonly string _before;
    private readonly int _blanks;
    private readonly List<byte[]> _events = [];
    private readonly List<int> _starts = [];
    private int _length;
    private int _overlap;

    /// <summary>Looks for an overlap with a text.</summary>
    /// <param name="before">The text that is continued.</param>
    public OverlapTrim(string before)
    {
        _before = before;
        _blanks = before.Length - before.TrimEnd().Length;
        for (var start = Math.Max(0, before.Length - Window); start < before.Length; start++)
        {
            _starts.Add(start);
        }

        if (before.Length > Window)
        {
            _starts.Add(0);
        }
    }

    /// <summary>Whether more is needed to tell.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Adds an event.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        _events.Add(data.ToArray());
        var (text, isLast) = Look(data);
        _starts.RemoveAll(start => !StillMatches(start, text));
        _length += text.Length;

        IsOpen = _starts.Count > 0 && !isLast;
    }

    /// <summary>Tells that no more will come.</summary>
    public void Close() => IsOpen = false;

    /// <summary>The events, without what they repeat.</summary>
    public IEnumerable<byte[]> Take()
    {
        var left = _overlap;
        foreach (var data in _events)
        {
            if (left == 0 || Look(data).Text is not { Length: > 0 } text)
            {
                yield return data;
                continue;
            }

            var cut = Math.Min(left, text.Length);
            left -= cut;
            yield return ChunkText.Replace(data, text[cut..]);
        }
    }

    /// <summary>Whether a start goes on to match; one that matched to the end of the text is an overlap.</summary>
    private bool StillMatches(int start, string piece)
    {
        var rest = _before.AsSpan(start + _length);
        if (piece.Length < rest.Length)
        {
            return rest.StartsWith(piece);
        }

        var found = _before.Length - start;
        if (piece.AsSpan().StartsWith(rest) && (found >= (start == 0 ? MinWhole : MinOverlap) || found == _blanks))
        {
            _overlap = Math.Max(_overlap, found);
        }

        return false;
    }

    /// <summary>The text of an event, and whether the answer ends or fails with it.</summary>
    private static (string Text, bool IsLast) Look(ReadOnlySpan<byte> data)
    {
        try
        {
            var chunk = JsonModel.Parse<JsonElement>(data, JsonRead.Element);
            return (ChunkText.Of(chunk) ?? "", ChunkText.Ends(chunk));
        }
        catch (JsonException)
        {
            return ("", true);
        }
    }
}
