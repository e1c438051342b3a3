namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>Knows the events of one kind of stream.</summary>
internal interface IEventWire
{
    /// <summary>Takes what an event adds to the answer; one that it does not know adds nothing.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="json">The whole event.</param>
    void Read(ReadOnlySpan<byte> type, ReadOnlySpan<byte> json);
}
