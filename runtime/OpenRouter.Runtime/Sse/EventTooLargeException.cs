namespace OpenRouter.Runtime.Sse;

/// <summary>An event, or one of its lines, is larger than allowed. It was not read to its end.</summary>
public sealed class EventTooLargeException : SseLimitException
{
    /// <summary>Makes an exception without details.</summary>
    public EventTooLargeException()
        : this("A server-sent event is larger than allowed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public EventTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public EventTooLargeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal EventTooLargeException(string message, SseLimit limit, long limitBytes)
        : base(message, limit, limitBytes)
    {
    }
}
