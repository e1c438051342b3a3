namespace Dashboard.Measuring;

/// <summary>Where an answer stands.</summary>
internal enum AnswerState
{
    /// <summary>Nothing of it has come.</summary>
    Waiting,

    /// <summary>The model thinks; its reasoning may be shown.</summary>
    Thinking,

    /// <summary>The text comes.</summary>
    Answering,

    /// <summary>It is whole.</summary>
    Finished,

    /// <summary>It reached the limit of tokens.</summary>
    CutOff,

    /// <summary>A content filter ended it.</summary>
    Filtered,

    /// <summary>It broke off: the connection was lost, or the service reported an error in its middle.</summary>
    Interrupted,

    /// <summary>Nothing of it came.</summary>
    Failed,

    /// <summary>The user stopped it.</summary>
    Stopped,
}
