using System.Buffers;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Copies a value token by token as it was written, but for the white space between tokens. Unlike <see cref="RawJson"/> it
/// repairs nothing: half a surrogate pair may meet its other half in the next piece.
/// </summary>
internal static class JsonVerbatim
{
    /// <summary>A larger buffer is not kept for the next value.</summary>
    private const int MaxKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    /// <summary>The bytes of the value the reader stands on; the reader is left on its last token.</summary>
    public static byte[] Copy(ref JsonReader reader)
    {
        // Services write no white space, and then the bytes are the copy.
        var ahead = reader;
        var start = reader.TokenStartIndex;
        ahead.Skip();
        if (ahead.Spaces == reader.Spaces)
        {
            reader = ahead;
            return reader.Written(start).ToArray();
        }

        var target = _kept ?? new ArrayBufferWriter<byte>();
        target.ResetWrittenCount();
        CopyTo(target, ref reader);
        _kept = target.Capacity <= MaxKept ? target : null;
        return target.WrittenSpan.ToArray();
    }

    private static void CopyTo(ArrayBufferWriter<byte> target, ref JsonReader reader)
    {
        var depth = 0;
        var needsComma = false;
        do
        {
            var type = reader.TokenType;
            var opens = type is JsonTokenType.StartObject or JsonTokenType.StartArray;
            var closes = type is JsonTokenType.EndObject or JsonTokenType.EndArray;
            depth += opens ? 1 : closes ? -1 : 0;
            Write(target, ref reader, needsComma && !closes);
            needsComma = !opens && type != JsonTokenType.PropertyName;
        }
        while (depth > 0 && reader.Read());
    }

    private static void Write(ArrayBufferWriter<byte> target, ref JsonReader reader, bool needsComma)
    {
        if (needsComma)
        {
            target.Write(","u8);
        }

        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        target.Write(isText ? "\""u8 : default);
        target.Write(reader.ValueSpan);
        target.Write(isText ? "\""u8 : default);
        target.Write(reader.TokenType == JsonTokenType.PropertyName ? ":"u8 : default);
    }
}
