namespace OpenRouter.Runtime.Json;

/// <summary>Gathers the items of a list whose length is not known, in no more memory than they need when it can be guessed.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
internal struct ItemGatherer<T>
{
    private T[]? _many;
    private int _count;
    private T _first;

    /// <summary>Adds an item, on whose last token the reader stands.</summary>
    public void Add(T item, in JsonReader reader)
    {
        if (_count == 0)
        {
            (_first, _count) = (item, 1);
            return;
        }

        if (_many is null)
        {
            _many = new T[2 + reader.GuessItems()];
            _many[0] = _first;
        }
        else if (_count == _many.Length)
        {
            Array.Resize(ref _many, _count * 2);
        }

        _many[_count++] = item;
    }

    /// <summary>The items.</summary>
    public readonly IReadOnlyList<T> ToList() => _many is not null ? new ReadItems<T>(_many, _count) : _count == 1 ? new OneItem<T>(_first) : [];
}
