namespace OpenRouter.Runtime.Streaming;

/// <summary>Gives every tool call of an answer an id of its own; blank and repeated ones are made up.</summary>
internal sealed class ToolCallIds
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The id of the next call.</summary>
    public string Next(string? id)
    {
        if (id is not null && _used.Add(id))
        {
            return id;
        }

        string made;
        do
        {
            made = $"call_local_{_number++}";
        }
        while (!_used.Add(made));

        return made;
    }
}
