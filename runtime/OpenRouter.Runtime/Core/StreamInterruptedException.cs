namespace OpenRouter.Core;

/// <summary>A stream ended before its answer did: the body ended, the connection was lost, or a clock ran out, without a finish reason.</summary>
public sealed class StreamInterruptedException : OpenRouterException
{
    /// <summary>Makes an exception without details.</summary>
    public StreamInterruptedException()
        : this("The stream ended before the answer was complete.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public StreamInterruptedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public StreamInterruptedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
