using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Copies one value token by token: numbers and escapes stay as they were written, white space goes, and text that is
/// no valid Unicode becomes U+FFFD, so that nothing made of the copy can fail later.
/// </summary>
internal static class RawJson
{
    /// <summary>Copies the value the reader stands on and leaves the reader on its last token.</summary>
    public static void Copy(ref JsonReader reader, IBufferWriter<byte> target)
    {
        // Services write no white space and no halves of characters, and then the bytes are the copy.
        var ahead = reader;
        ahead.Skip();
        var written = ahead.Written(reader.TokenStartIndex);
        if (ahead.Spaces == reader.Spaces && Utf8.IsValid(written) && !HasSurrogateEscape(written))
        {
            target.Write(written);
            reader = ahead;
            return;
        }

        var depth = 0;
        var needsComma = false;
        do
        {
            var type = reader.TokenType;
            if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                target.Write(type == JsonTokenType.EndObject ? "}"u8 : "]"u8);
                depth--;
                needsComma = true;
                continue;
            }

            if (needsComma)
            {
                target.Write(","u8);
            }

            needsComma = type is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
            switch (type)
            {
                case JsonTokenType.StartObject:
                    target.Write("{"u8);
                    depth++;
                    break;
                case JsonTokenType.StartArray:
                    target.Write("["u8);
                    depth++;
                    break;
                case JsonTokenType.PropertyName:
                    CopyText(reader.ValueSpan, reader.ValueIsEscaped, target);
                    target.Write(":"u8);
                    break;
                case JsonTokenType.String:
                    CopyText(reader.ValueSpan, reader.ValueIsEscaped, target);
                    break;
                default:
                    target.Write(reader.ValueSpan);
                    break;
            }
        }
        while ((depth > 0 || reader.TokenType == JsonTokenType.PropertyName) && reader.Read());
    }

    /// <summary>The value the reader stands on as text.</summary>
    public static string Text(ref JsonReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Copy(ref reader, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value the reader stands on as an element that owns its bytes.</summary>
    public static JsonElement Element(ref JsonReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Copy(ref reader, buffer);
        return Parse(buffer.WrittenSpan);
    }

    /// <summary>Parses bytes that <see cref="Copy"/> or a writer made.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonReader.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    private static void CopyText(ReadOnlySpan<byte> raw, bool escaped, IBufferWriter<byte> target)
    {
        target.Write("\""u8);
        if (!Utf8.IsValid(raw))
        {
            target.Write(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(raw)) is var repaired && escaped ? WithoutLoneSurrogates(repaired) : repaired);
        }
        else
        {
            target.Write(escaped && HasSurrogateEscape(raw) ? WithoutLoneSurrogates(raw.ToArray()) : raw);
        }

        target.Write("\""u8);
    }

    private static bool HasSurrogateEscape(ReadOnlySpan<byte> raw)
        => raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;

    private static byte[] WithoutLoneSurrogates(byte[] raw)
    {
        var at = 0;
        while (at < raw.Length)
        {
            var next = raw.AsSpan(at).IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }

            at += next;
            var rest = raw.AsSpan(at);
            if (rest.Length < 6 || rest[1] != 'u')
            {
                at += 2;
                continue;
            }

            var unit = JsonText.Unit(rest);
            var isPair = char.IsHighSurrogate(unit) && rest.Length >= 12 && rest[6] == '\\' && rest[7] == 'u' && char.IsLowSurrogate(JsonText.Unit(rest[6..]));
            if (char.IsSurrogate(unit) && !isPair)
            {
                "\\ufffd"u8.CopyTo(rest);
            }

            at += isPair ? 12 : 6;
        }

        return raw;
    }
}
