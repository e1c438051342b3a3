using System.Globalization;
using System.Text;

namespace Chat.Output;

/// <summary>
/// Text that somebody else wrote, for a terminal. A terminal obeys what it is shown: escapes can overwrite what stands there, set the clipboard or the title, and marks of direction
/// can make a text read otherwise than it is. They are shown as symbols and not sent.
/// </summary>
internal static class TerminalText
{
    private const int ShortLength = 60;

    /// <summary>Lines and tabs stay; what a terminal would obey is replaced.</summary>
    public static string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            Append(result, character);
        }

        return result.ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string OneLine(string text) => Harmless(text.ReplaceLineEndings(" "));

    /// <summary>The beginning of a text, in one line.</summary>
    public static string Short(string text)
    {
        var line = OneLine(text);
        var whole = new StringInfo(line);
        return whole.LengthInTextElements <= ShortLength ? line : $"{whole.SubstringByTextElements(0, ShortLength - 3)}...";
    }

    private static void Append(StringBuilder result, char character)
    {
        switch (character)
        {
            // The other half of CRLF; alone it would go back to the beginning of the line.
            case '\r':
                break;
            case '\n' or '\t':
                result.Append(character);
                break;
            // The pictures of control characters lie in their order.
            case < ' ':
                result.Append((char)('\u2400' + character));
                break;
            case '\u007f':
                result.Append('\u2421');
                break;
            case (>= '\u0080' and <= '\u009f') or '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'):
                result.Append('\ufffd');
                break;
            default:
                result.Append(character);
                break;
        }
    }
}
