namespace OpenRouter.Runtime.Sse;

/// <summary>What a parser of server-sent events found.</summary>
public enum SseSignal
{
    /// <summary>Nothing whole is left; more bytes are needed.</summary>
    NeedBytes,

    /// <summary>A comment: the sign that the connection lives.</summary>
    Comment,

    /// <summary>An event.</summary>
    Event,

    /// <summary>An event at the end of the body without the blank line that ends it. The standard drops it.</summary>
    UnterminatedEvent,

    /// <summary>The end of the body.</summary>
    End,
}
