using System.Text;

namespace OpenRouter.Runtime.Sse;

/// <summary>One server-sent event, copied out of the reader: it stays valid.</summary>
/// <param name="Type">Its type; <c>message</c> when it names none, or an empty one.</param>
/// <param name="Data">The values of its data lines, joined by LF: the bytes as they came, valid UTF-8 or not.</param>
/// <param name="Id">The last id that the stream had named by the end of this event, be it by this event or by an earlier one; empty when none.</param>
/// <param name="Retry">The time to wait before connecting again that the stream had named by then; null when none.</param>
public readonly record struct SseEvent(string Type, ReadOnlyMemory<byte> Data, string Id, TimeSpan? Retry)
{
    /// <summary>The data as text; what is not UTF-8 becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Data.Span);
}
