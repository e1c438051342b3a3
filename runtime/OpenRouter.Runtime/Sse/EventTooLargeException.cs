namespace OpenRouter.Runtime.Sse;

/// <summary>An event is larger than allowed. It was not read to its end.</summary>
public sealed class EventTooLargeException : IOException
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

    internal EventTooLargeException(int limit)
        : this($"A server-sent event is larger than the {limit} bytes that are allowed. Raise the limit if events of this size are expected.")
        => LimitBytes = limit;

    /// <summary>The limit that was passed.</summary>
    public int LimitBytes { get; }
}
