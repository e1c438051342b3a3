using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads the scalars that travel as strings.</summary>
internal static class JsonScalar
{
    public static bool? Boolean(ref JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                var text = JsonText.Decode(ref reader);
                if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }

                if (text.Equals("false", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                break;
        }

        JsonMismatch.Throw("true or false", ref reader);
        return null;
    }

    public static DateTimeOffset? DateTimeOffset(ref JsonReader reader)
    {
        const string Expected = "a point in time";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return FromUnixSeconds(ref reader, Expected);
        }

        if (!TryText(ref reader, Expected, out var text))
        {
            return null;
        }

        // A time without an offset is one of the service, not one of this machine; and only year-first forms are
        // unambiguous, so nothing else is tried.
        if (text.Length >= 10 && text[4] == '-' && char.IsAsciiDigit(text[0])
            && System.DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value))
        {
            return value;
        }

        JsonMismatch.Throw(Expected, ref reader);
        return null;
    }

    public static Guid? Guid(ref JsonReader reader)
    {
        if (!TryText(ref reader, "a GUID", out var text))
        {
            return null;
        }

        if (!System.Guid.TryParse(text, out var value))
        {
            JsonMismatch.Throw("a GUID", ref reader);
        }

        return value;
    }

    public static Uri? Uri(ref JsonReader reader)
    {
        if (!TryText(ref reader, "a URI", out var text))
        {
            return null;
        }

        // On Unix a path with a leading slash would become an absolute file URI.
        var kind = text[0] == '/' ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        if (!System.Uri.TryCreate(text, kind, out var value))
        {
            JsonMismatch.Throw("a URI", ref reader);
        }

        return value;
    }

    public static byte[]? Bytes(ref JsonReader reader)
    {
        const string Expected = "bytes in base64";
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(reader.ValueSpan.Length)];
            if (!reader.ValueIsEscaped && Base64.DecodeFromUtf8(reader.ValueSpan, bytes, out _, out var decoded) == OperationStatus.Done)
            {
                return decoded == bytes.Length ? bytes : bytes[..decoded];
            }

            var text = JsonText.Decode(ref reader);
            if (Convert.TryFromBase64String(text, bytes, out var written))
            {
                return bytes[..written];
            }
        }

        JsonMismatch.Throw(Expected, ref reader);
        return null;
    }

    private static DateTimeOffset FromUnixSeconds(ref JsonReader reader, string expected)
    {
        var seconds = JsonNumber.Double(ref reader) ?? 0;
        if (seconds < System.DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > System.DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            JsonMismatch.Throw(expected, ref reader);
        }

        return System.DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    private static bool TryText(ref JsonReader reader, string expected, out string text)
    {
        text = "";
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            JsonMismatch.Throw(expected, ref reader);
        }

        text = JsonText.Decode(ref reader).Trim();
        return text.Length > 0;
    }
}
