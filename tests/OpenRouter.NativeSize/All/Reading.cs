namespace OpenRouter.NativeSize;

/// <summary>Reads what comes in pieces to its end.</summary>
internal static class Reading
{
    public static async Task AllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            GC.KeepAlive(item);
        }
    }
}
