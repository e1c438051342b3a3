using Worker.Jobs;

namespace Worker.Live;

/// <summary>What a follower is told.</summary>
/// <param name="Place">Where it is then.</param>
internal abstract record LiveEvent(Place Place)
{
    /// <summary>More text.</summary>
    public sealed record Text(Place Place, string Value) : LiveEvent(Place);

    /// <summary>An attempt broke off and its text is not part of the answer: what was shown must go.</summary>
    public sealed record Restart(Place Place) : LiveEvent(Place);

    /// <summary>The job is over.</summary>
    public sealed record End(Place Place, JobView Job) : LiveEvent(Place);

    /// <summary>Nothing new; the connection lives.</summary>
    public sealed record Nothing(Place Place) : LiveEvent(Place);
}
