namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>The bytes that stand around the data of an event.</summary>
/// <param name="EventType">The type of the event.</param>
/// <param name="Before">What stands before its data.</param>
/// <param name="After">What stands behind them.</param>
/// <param name="IsKnown">Whether they are known; if not, only data can be matched.</param>
internal readonly record struct EventFrame(string EventType, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After, bool IsKnown);
