using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace WebApi.Relay;

/// <summary>A call to the service whose answer is relayed.</summary>
internal sealed record RelayedCall
{
    /// <summary>What the logs call it. It must not be text of the caller.</summary>
    public required string Name { get; init; }

    public required string Model { get; init; }

    /// <summary>How much is sent, for a guess at its tokens.</summary>
    public required int Characters { get; init; }

    public required int MaxTokens { get; init; }

    /// <summary>Makes the stream. It ends with the token.</summary>
    public required Func<CancellationToken, ChatStream<StreamingChatResponse>> Open { get; init; }

    /// <summary>What to reserve for it: three characters a token is a guess on the safe side for most languages.</summary>
    public long GuessedTokens => (Characters / 3) + 1 + MaxTokens;
}
