namespace OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;

/// <summary>What a list says about one model.</summary>
internal sealed class ModelEntry
{
    public ModelEntry(string id, bool isRetired, string? successor, string? date)
    {
        Id = id;
        IsRetired = isRetired;
        Successor = successor;
        Date = date;
    }

    public string Id { get; }

    /// <summary>Requests are refused; otherwise that is announced.</summary>
    public bool IsRetired { get; }

    /// <summary>The id of the model that is named as its replacement.</summary>
    public string? Successor { get; }

    /// <summary>The day on which it goes or went, as it is written in the list.</summary>
    public string? Date { get; }
}
