namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>Where the varying parts of an event stand.</summary>
/// <param name="Holes">Its texts, in the order in which they stand there.</param>
/// <param name="Details">Where the JSON of its reasoning details begins and ends; nothing when it has none.</param>
internal sealed record EventPlaces(Hole[] Holes, (int Start, int End) Details)
{
    /// <summary>Whether the details have a text that varies.</summary>
    public bool HasTextInDetails { get; } = Array.Exists(Holes, static hole => hole.IsInDetails);
}
