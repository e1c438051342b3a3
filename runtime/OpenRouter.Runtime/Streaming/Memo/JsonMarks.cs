using System.Buffers;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>The bytes at which a plain run of a JSON string ends: a quote, a backslash, or what may not stand in it.</summary>
internal static class JsonMarks
{
    public static readonly SearchValues<byte> EndOfRun = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static value => (byte)value), (byte)'"', (byte)'\\']);
}
