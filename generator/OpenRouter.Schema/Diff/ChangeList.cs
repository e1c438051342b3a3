namespace OpenRouter.Schema.Diff;

/// <summary>Collects the differences of two clients.</summary>
internal sealed class ChangeList
{
    private readonly List<Change> _changes = [];

    /// <summary>Those that break first, then by part and name.</summary>
    public IReadOnlyList<Change> Sorted =>
        [.. _changes
            .OrderByDescending(static change => change.Breaks)
            .ThenBy(static change => change.Part)
            .ThenBy(static change => change.Name, StringComparer.Ordinal)
            .ThenBy(static change => change.Kind)
            .ThenBy(static change => change.Text, StringComparer.Ordinal)];

    public void Added(ChangedPart part, string name, string text, bool breaks = false) => _changes.Add(new Change(ChangeKind.Added, part, name, text, breaks));

    public void Removed(ChangedPart part, string name, string text) => _changes.Add(new Change(ChangeKind.Removed, part, name, text, Breaks: true));

    public void Changed(ChangedPart part, string name, string text, bool breaks) => _changes.Add(new Change(ChangeKind.Changed, part, name, text, breaks));

    /// <summary>What was deprecated warns those who use it, but compiles.</summary>
    public void Deprecation(ChangedPart part, string name, bool old, bool @new)
    {
        if (old != @new)
        {
            Changed(part, name, @new ? "deprecated" : "no longer deprecated", breaks: false);
        }
    }
}
