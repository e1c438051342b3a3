namespace BlazorChat.Markdown;

/// <summary>Looks at the beginning of a line of Markdown.</summary>
internal static class LineStart
{
    /// <summary>Whether a line that follows a blank one belongs to nothing before it: it stands at the margin and is no item of a list.</summary>
    public static bool BeginsBlock(ReadOnlySpan<char> line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && MarkerLength(line) == 0;

    /// <summary>Takes blanks and the marks of lists and quotes away, which may stand before a fence.</summary>
    public static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> line)
    {
        while (true)
        {
            line = line.TrimStart();
            var length = line.Length > 0 && line[0] == '>' ? 1 : MarkerLength(line);
            if (length == 0)
            {
                return line;
            }

            line = line[length..];
        }
    }

    /// <summary>How long the mark of an item is: <c>-</c>, <c>*</c>, <c>+</c>, <c>1.</c> or <c>1)</c> before a blank or the end; 0 when there is none.</summary>
    private static int MarkerLength(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 9 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        var isMarker = digits < line.Length && (digits > 0 ? line[digits] is '.' or ')' : line[0] is '-' or '*' or '+');
        return isMarker && (digits + 1 == line.Length || char.IsWhiteSpace(line[digits + 1])) ? digits + 1 : 0;
    }
}
