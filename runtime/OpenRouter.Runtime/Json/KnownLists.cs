namespace OpenRouter.Runtime.Json;

/// <summary>
/// Lists of plain values that were read from one document: the same kinds and parameters stand beside many models. A list that is written
/// as an earlier one is the same list, and is not read again. The latest few are known, so that nothing grows.
/// </summary>
internal sealed class KnownLists
{
    private const int Slots = 16;
    private Entry[] _entries = [];
    private int _next;

    /// <summary>The list that was read from the same bytes by the same reader; the JSON reader is left on its end then.</summary>
    /// <param name="reader">The reader, on the start of a list.</param>
    /// <param name="item">What reads an item.</param>
    public object? Find(ref JsonReader reader, Delegate item)
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (ReferenceEquals(entry.Item, item) && reader.TrySkipList(entry.Start, entry.Length))
            {
                return entry.List;
            }
        }

        return null;
    }

    /// <summary>Keeps a list of plain values, which nobody can change.</summary>
    public void Keep(object list, Delegate item, int start, int length)
    {
        if (_entries.Length == 0)
        {
            _entries = new Entry[Slots];
        }

        _entries[_next] = new Entry(item, start, length, list);
        _next = (_next + 1) % Slots;
    }

    private readonly struct Entry(Delegate item, int start, int length, object list)
    {
        public Delegate Item { get; } = item;

        public int Start { get; } = start;

        public int Length { get; } = length;

        public object List { get; } = list;
    }
}
