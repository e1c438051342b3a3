namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>What a client must say of a stream.</summary>
internal enum Ending
{
    /// <summary>The answer is whole.</summary>
    Complete,

    /// <summary>The service reported an error.</summary>
    Error,

    /// <summary>The answer broke off.</summary>
    Interrupted,
}

/// <summary>A chat stream and how it ends.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Expected">What a client must say.</param>
/// <param name="Body">The body.</param>
internal sealed record ChatEnding(string Name, Ending Expected, string Body)
{
    /// <summary>The text that arrived.</summary>
    public string Text { get; init; } = "Hello world";

    /// <summary>The type of the body.</summary>
    public string ContentType { get; init; } = "text/event-stream";

    /// <summary>Whether the connection is lost after the body.</summary>
    public bool IsLost { get; init; }
}
