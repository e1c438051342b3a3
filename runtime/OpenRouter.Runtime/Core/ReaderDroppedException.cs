namespace OpenRouter.Core;

/// <summary>A reader of a shared stream fell so far behind that chunks it had not read are kept no longer. The stream goes on for the others.</summary>
public sealed class ReaderDroppedException : Exception
{
    /// <summary>Makes an exception without details.</summary>
    public ReaderDroppedException()
        : this("The reader fell behind the stream.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public ReaderDroppedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public ReaderDroppedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ReaderDroppedException(long missed, int capacity)
        : this($"The reader fell behind: {missed} chunks that it has not read are gone, since {capacity} are kept. Read faster, keep more, or take the text so far from the answer.")
        => Missed = missed;

    /// <summary>How many chunks it missed.</summary>
    public long Missed { get; }
}
