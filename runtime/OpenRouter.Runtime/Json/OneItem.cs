using System.Collections;

namespace OpenRouter.Runtime.Json;

/// <summary>A list of one item, the usual length of the lists of a chunk, in a third of the memory.</summary>
/// <typeparam name="T">The type of the item.</typeparam>
internal sealed class OneItem<T>(T item) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public T this[int index] => index == 0 ? item : throw new ArgumentOutOfRangeException(nameof(index), index, "The list has one item.");

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        yield return item;
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
