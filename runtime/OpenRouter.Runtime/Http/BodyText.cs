using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>Reads a body as text whatever it is. A key that is spread over the bytes of another encoding would not be found.</summary>
internal static class BodyText
{
    /// <summary>The text of a body; never throws.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">What the service calls it.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return "(compressed, which was not asked for)";
        }

        var encoding = EncodingOf(body, contentType, out var mark);
        return encoding.GetString(body[mark..]);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> body, string? contentType, out int mark)
    {
        mark = 0;
        switch (body)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                mark = 3;
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                mark = 2;
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                mark = 2;
                return Encoding.BigEndianUnicode;
            case [not 0, 0, not 0, 0, ..]:
                return Encoding.Unicode;
            case [0, not 0, 0, not 0, ..]:
                return Encoding.BigEndianUnicode;
        }

        // Texts of the western Windows encoding call themselves Latin-1 and the other way round.
        return contentType is not null && (Names(contentType, "8859-1") || Names(contentType, "windows-1252") || Names(contentType, "ascii")) && !IsUtf8(body)
            ? Encoding.Latin1
            : Encoding.UTF8;
    }

    private static bool Names(string contentType, string charset) => contentType.Contains(charset, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(ReadOnlySpan<byte> body) => System.Text.Unicode.Utf8.IsValid(body);
}
