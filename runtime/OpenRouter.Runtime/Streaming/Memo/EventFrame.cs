namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>The bytes that stand around the data of an event.</summary>
internal sealed class EventFrame(string eventType, byte[] before, byte[] after, bool isKnown)
{
    /// <summary>The type of the event.</summary>
    public string EventType { get; } = eventType;

    /// <summary>What stands before its data.</summary>
    public byte[] Before { get; } = before;

    /// <summary>What stands behind them.</summary>
    public byte[] After { get; } = after;

    /// <summary>Whether they are known; if not, only data can be matched.</summary>
    public bool IsKnown { get; } = isKnown;
}
