namespace BlazorChat.Conversation;

/// <summary>What the chat is doing. Buttons ask this and nothing else.</summary>
public enum ChatPhase
{
    /// <summary>A question can be asked.</summary>
    Idle,

    /// <summary>An answer is coming.</summary>
    Streaming,

    /// <summary>The user has stopped it, and it is not over yet.</summary>
    Stopping,
}
