namespace OpenRouter.Runtime.Json;

/// <summary>Gathers the items of a list whose length is not known, in no more memory than they need when there is one or none.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
internal struct ItemGatherer<T>
{
    private List<T>? _many;
    private T _first;
    private bool _hasFirst;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (_many is not null)
        {
            _many.Add(item);
        }
        else if (_hasFirst)
        {
            _many = [_first, item];
        }
        else
        {
            (_first, _hasFirst) = (item, true);
        }
    }

    /// <summary>The items.</summary>
    public readonly IReadOnlyList<T> ToList() => _many is not null ? _many : _hasFirst ? new OneItem<T>(_first) : [];
}
