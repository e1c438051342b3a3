using OpenRouter.Testing;

namespace Recovery.Faults;

/// <summary>Something that goes wrong with an answer.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What happens, seen from the network.</param>
/// <param name="Replies">What the service does at first; after these it answers as it should.</param>
internal sealed record Fault(string Name, string Description, params IReadOnlyList<Reply> Replies)
{
    /// <summary>Whether the request asks for a tool.</summary>
    public bool OffersTool { get; init; }
}
