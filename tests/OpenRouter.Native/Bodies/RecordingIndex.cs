namespace OpenRouter.Native.Bodies;

/// <summary>What the index of the recordings says: which of them end in an error.</summary>
internal sealed class RecordingIndex
{
    private readonly Dictionary<string, bool> _hasError = [];

    public RecordingIndex(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "index.md")))
        {
            if (line.Split(" | ") is [var name, _, _, var facts, ..] && name.EndsWith(".sse", StringComparison.Ordinal))
            {
                _hasError[name.TrimStart('|', ' ')] = facts.Split("; ").Contains("error");
            }
        }
    }

    public bool HasError(string file) => _hasError[Path.GetFileName(file)];
}
