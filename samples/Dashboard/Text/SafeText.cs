using System.Buffers;

namespace Dashboard.Text;

/// <summary>
/// Makes text of a model harmless for a terminal, piece by piece. What commands a terminal is shown as a sign instead; what nobody sees is left
/// out; every kind of line end becomes <c>\n</c>. Characters and line ends that are split over two pieces come out whole.
/// </summary>
internal sealed class SafeText
{
    private const char Replacement = '\uFFFD';
    private const int BlackFlag = 0x1F3F4;
    private char _high;
    private bool _isAfterReturn;
    private bool _isInFlag;

    /// <summary>The safe form of a whole text on one line, such as a name that a service gave.</summary>
    public static string LineOf(string text)
    {
        var output = new ArrayBufferWriter<char>(text.Length + 1);
        var safe = new SafeText();
        safe.Append(text, output);
        safe.Complete(output);
        return new string(output.WrittenSpan).Replace('\n', ' ').Replace('\t', ' ');
    }

    /// <summary>Whether a character commands a terminal. Tabs and line ends do no harm.</summary>
    public static bool IsCommand(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');

    /// <summary>The sign that stands for a control character.</summary>
    public static char SignOf(char control) => control switch
    {
        < ' ' => (char)(0x2400 + control),
        '\x7F' => '\u2421',
        _ => Replacement,
    };

    /// <summary>Adds the safe form of the next piece to the output.</summary>
    public void Append(ReadOnlySpan<char> piece, IBufferWriter<char> output)
    {
        foreach (var character in piece)
        {
            Append(character, output);
        }
    }

    /// <summary>Ends the text: half a character that never got its other half becomes a sign.</summary>
    public void Complete(IBufferWriter<char> output)
    {
        if (_high != 0)
        {
            _high = '\0';
            Write(Replacement, output);
        }
    }

    private void Append(char character, IBufferWriter<char> output)
    {
        if (_high != 0 && char.IsLowSurrogate(character))
        {
            AppendPair(_high, character, output);
            _high = '\0';
            return;
        }

        Complete(output);
        if (char.IsHighSurrogate(character))
        {
            _high = character;
            return;
        }

        var endsReturn = _isAfterReturn && character == '\n';
        _isAfterReturn = character == '\r';
        _isInFlag = false;
        if (!endsReturn && SafeForm(character) is { } safe)
        {
            Write(safe, output);
        }
    }

    /// <summary>Tags spell the flags of regions behind a black flag. Elsewhere they are text that nobody sees.</summary>
    private void AppendPair(char high, char low, IBufferWriter<char> output)
    {
        var code = char.ConvertToUtf32(high, low);
        var isTag = code is >= 0xE0000 and <= 0xE007F;
        _isAfterReturn = false;
        _isInFlag = code == BlackFlag || (isTag && _isInFlag);
        if (!isTag || _isInFlag)
        {
            Write(high, output);
            Write(low, output);
        }
    }

    private static char? SafeForm(char character) => character switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' => '\n',
        '\t' => '\t',
        _ when char.IsControl(character) => SignOf(character),
        // They turn the order of what follows, also of what is not the model's.
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Replacement,
        '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => null,
        (>= '\u2060' and <= '\u2065') or (>= '\u206A' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB') => null,
        '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.IsLowSurrogate(character) => Replacement,
        _ => character,
    };

    private static void Write(char character, IBufferWriter<char> output)
    {
        output.GetSpan(1)[0] = character;
        output.Advance(1);
    }
}
