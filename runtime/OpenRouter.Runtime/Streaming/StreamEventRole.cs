namespace OpenRouter.Runtime.Streaming;

/// <summary>What an event means for its stream.</summary>
public enum StreamEventRole
{
    /// <summary>It is one of many.</summary>
    Event,

    /// <summary>It says that the answer is complete.</summary>
    Completed,

    /// <summary>It says that the answer failed.</summary>
    Failed,
}
