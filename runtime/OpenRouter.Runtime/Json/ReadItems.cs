using System.Collections;

namespace OpenRouter.Runtime.Json;

/// <summary>Items that were read, as a list that nobody can change: it may stand in more than one place.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
internal sealed class ReadItems<T>(T[] items, int count) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public T this[int index] => (uint)index < (uint)count ? items[index] : throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {count} items.");

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
        {
            yield return items[index];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
