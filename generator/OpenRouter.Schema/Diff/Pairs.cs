namespace OpenRouter.Schema.Diff;

/// <summary>Puts the parts of two clients side by side.</summary>
internal static class Pairs
{
    /// <summary>The parts with the same name in both, and those that only one of the two has.</summary>
    public static IEnumerable<(T? Old, T? New)> By<T>(IEnumerable<T> old, IEnumerable<T> @new, Func<T, string> name)
        where T : class
    {
        var newer = @new.ToDictionary(name, StringComparer.Ordinal);
        foreach (var item in old)
        {
            yield return newer.Remove(name(item), out var same) ? (item, same) : (item, null);
        }

        foreach (var item in newer.Values)
        {
            yield return (null, item);
        }
    }

    /// <summary>As above; what has another name now is found again by what it is on the wire.</summary>
    public static IEnumerable<(T? Old, T? New)> By<T>(IEnumerable<T> old, IEnumerable<T> @new, Func<T, string> name, Func<T, string> wire)
        where T : class
    {
        var pairs = By(old, @new, name).ToList();
        var added = pairs.Where(static pair => pair.Old is null).Select(static pair => pair.New!).ToList();
        foreach (var (left, right) in pairs.Where(static pair => pair.Old is not null))
        {
            var renamed = right is null ? added.Find(item => wire(item) == wire(left!)) : null;
            if (renamed is not null)
            {
                added.Remove(renamed);
            }

            yield return (left, right ?? renamed);
        }

        foreach (var item in added)
        {
            yield return (null, item);
        }
    }
}
