using System.ComponentModel;
using System.Runtime.CompilerServices;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Http;

/// <summary>Asks for page after page and hands out one item after the other, for emitted code. A page is asked for when it is needed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pages
{
    /// <summary>The page in an answer that can also be something else.</summary>
    /// <typeparam name="T">The type of a page.</typeparam>
    /// <exception cref="OpenRouterException">The answer is something else.</exception>
    public static T Case<T>(object? answer)
        where T : class
        => answer as T ?? throw new OpenRouterException($"The service answered something else than a page of the kind {typeof(T).Name}. Ask for one page at a time to read this answer.");

    /// <summary>Pages that begin after a number of items. An empty page is the last: totals may change meanwhile.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="first">How many items are skipped at first.</param>
    /// <param name="page">Asks for the page that begins after so many items.</param>
    /// <param name="isWhole">Whether the first page holds everything.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<T> ByOffset<T>(
        long first, Func<long, CancellationToken, Task<IReadOnlyList<T>?>> page, bool isWhole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        for (var offset = first; ;)
        {
            var items = await page(offset, cancellationToken).ConfigureAwait(false) ?? [];
            foreach (var item in items)
            {
                yield return item;
            }

            if (isWhole || items.Count == 0)
            {
                yield break;
            }

            offset += items.Count;
        }
    }

    /// <summary>Pages that have numbers. An empty page is the last.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="first">The number of the first page.</param>
    /// <param name="page">Asks for a page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<T> ByNumber<T>(
        long first, Func<long, CancellationToken, Task<IReadOnlyList<T>?>> page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        for (var number = first; ; number++)
        {
            var items = await page(number, cancellationToken).ConfigureAwait(false) ?? [];
            foreach (var item in items)
            {
                yield return item;
            }

            if (items.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Pages of which each names the next. The last one names none, says that there is no more, or is empty; an empty page
    /// that says that there is more is passed over.
    /// </summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="first">The cursor to begin at; null for the beginning.</param>
    /// <param name="page">Asks for the page at a cursor: its items, the next cursor, and whether there is more, if the service says so.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="OpenRouterException">The service named a cursor that it had named before.</exception>
    public static async IAsyncEnumerable<T> ByCursor<T>(
        string? first, Func<string?, CancellationToken, Task<(IReadOnlyList<T>? Items, string? Next, bool? HasMore)>> page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var cursor = first; ;)
        {
            if (cursor is not null && !seen.Add(cursor))
            {
                throw new OpenRouterException("The service named the same page twice as the next one, so the list would never end. The items until here are complete; report it to the service.");
            }

            var (items, next, hasMore) = await page(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in items ?? [])
            {
                yield return item;
            }

            if (string.IsNullOrEmpty(next) || hasMore == false || (items is null or { Count: 0 } && hasMore != true))
            {
                yield break;
            }

            cursor = next;
        }
    }
}
