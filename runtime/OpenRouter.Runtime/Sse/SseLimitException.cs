namespace OpenRouter.Runtime.Sse;

/// <summary>A body of server-sent events passed one of its <see cref="SseLimits"/>. It was not read further.</summary>
public class SseLimitException : IOException
{
    /// <summary>Makes an exception without details.</summary>
    public SseLimitException()
        : this("A body of server-sent events is larger than allowed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public SseLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public SseLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal SseLimitException(string message, SseLimit limit, long limitBytes)
        : this(message)
        => (Limit, LimitBytes) = (limit, limitBytes);

    /// <summary>Which limit was passed.</summary>
    public SseLimit Limit { get; }

    /// <summary>How many bytes it allows.</summary>
    public long LimitBytes { get; }
}
