namespace OpenRouter.Runtime.Streaming;

/// <summary>How a stream ended. There is no other end than these.</summary>
public enum AnswerOutcome
{
    /// <summary>It has not ended.</summary>
    InProgress,

    /// <summary>The answer is complete: a finish reason was seen.</summary>
    Completed,

    /// <summary>The service reported an error.</summary>
    Failed,

    /// <summary>The body ended or the connection was lost before a finish reason.</summary>
    Interrupted,

    /// <summary>The caller cancelled or left the loop.</summary>
    Cancelled,
}
