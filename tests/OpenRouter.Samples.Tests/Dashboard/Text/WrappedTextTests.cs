using Dashboard.Text;

namespace OpenRouter.Samples.Tests.Dashboard.Text;

/// <summary>Lines of a text that grows.</summary>
public sealed class WrappedTextTests
{
    [Theory]
    [InlineData(10, "one two three four", "one two|three four")]
    [InlineData(10, "exactly10c next", "exactly10c|next")]
    [InlineData(10, "a  b   c", "a  b   c")]
    [InlineData(5, "one     two", "one|two")]
    [InlineData(10, "first\n\nsecond\n", "first||second|")]
    [InlineData(10, "a\r\nb\rc", "a|b|c")]
    [InlineData(12, "  - item one is long", "  - item one|is long")]
    [InlineData(10, "\tcode\n\t\tmore", "    code|        mo|re")]
    [InlineData(10, "ab\tc\tde", "ab  c   de")]
    [InlineData(4, "        deep", "deep")]
    [InlineData(5, "abcdefghijkl", "abcde|fghij|kl")]
    [InlineData(5, "ab cdefghijkl", "ab|cdefg|hijkl")]
    [InlineData(6, "漢字漢字漢字", "漢字漢|字漢字")]
    [InlineData(5, "漢字漢字", "漢字|漢字")]
    [InlineData(8, "Hello世界世界", "Hello世|界世界")]
    [InlineData(8, "漢字漢字。漢", "漢字漢|字。漢")]
    [InlineData(8, "漢字漢「字漢」", "漢字漢|「字漢」")]
    [InlineData(1, "漢a字", "漢|a|字")]
    [InlineData(2, "漢字a", "漢|字|a")]
    [InlineData(4, "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧👨‍👩‍👧|👨‍👩‍👧")]
    [InlineData(4, "🇩🇪🇫🇷🇯🇵", "🇩🇪🇫🇷|🇯🇵")]
    [InlineData(3, "e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301e\u0301|e\u0301")]
    [InlineData(10, "\u0301x\n\u0302", "\u25CC\u0301x|\u25CC\u0302")]
    [InlineData(9, "10\u00A0km far away", "10\u00A0km far|away")]
    [InlineData(20, "trailing spaces   \nnext", "trailing spaces|next")]
    [InlineData(10, "   \nx", "|x")]
    [InlineData(10, "", "")]
    [InlineData(10, "a\u001b[31mb", "a␛[31mb")]
    [InlineData(0, "ab", "a|b")]
    public void Lines_OfAText_EndWhereAReaderExpects(int width, string text, string lines)
    {
        Assert.Equal(lines, string.Join('|', Lines(width, text)));
        Assert.Equal(lines, string.Join('|', Lines(width, [.. text.Select(static character => character.ToString())])));
    }

    [Fact]
    public void Line_ThatGrows_IsShownWithWhatMayStillChange()
    {
        var text = new WrappedText(4);

        text.Append("ab \uD83D");
        Assert.Equal(["ab"], Lines(text));
        text.Append("\uDC69");
        Assert.Equal(["ab", "👩"], Lines(text));
        text.Append("\u200D");
        text.Append("👧c");
        Assert.Equal(["ab", "👩‍👧c"], Lines(text));
    }

    [Fact]
    public void Resize_ThereAndBack_GivesTheLinesOfANewText()
    {
        const string Text = "The quick brown 漢字漢字 jumps\n\n    over the lazy 👨‍👩‍👧 dog.\n";
        var text = new WrappedText(20);
        text.Append(Text);
        foreach (var width in (int[])[7, 1, 2, 80, 20])
        {
            text.Resize(width);
            Assert.Equal(Lines(width, Text), Lines(text));
        }

        var before = text.Work;
        text.Resize(20);
        Assert.Equal(before, text.Work);
    }

    [Fact]
    public void Text_KeepsItsOwnLineEndsAndNoOthers()
    {
        var text = new WrappedText(5);
        text.Append("one two three\r\n\r\nfour\tfive");
        text.Complete();

        Assert.Equal("one two three\n\nfour\tfive", text.Text);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("漢")]
    [InlineData("👍🏽 ")]
    [InlineData("\u0301")]
    [InlineData("\u200B\u200D")]
    [InlineData(" ")]
    [InlineData("line\n")]
    public void Work_OfManySmallPieces_IsBoundedByTheirLength(string piece)
    {
        const int Length = 200_000;
        var text = new WrappedText(80);
        for (var index = 0; index < Length; index++)
        {
            text.Append([piece[index % piece.Length]]);
        }

        text.Complete();

        // Only marks without end are looked at more than three times, and those never more often than a cluster is long.
        Assert.InRange(text.Work, 1, Length * (piece[^1] is '\u0301' or '\u200D' ? Clusters.MaxLength : 3L));
    }

    [Fact]
    public void Work_OfOneLetterWithMarksWithoutEnd_IsBounded_AndTheMarksAreAllThere()
    {
        var text = new WrappedText(10);
        text.Append("a" + new string('\u0301', 100) + "b");
        text.Complete();

        Assert.Equal(100, string.Concat(Lines(text)).Count(static character => character == '\u0301'));
        Assert.All(Lines(text), static line => Assert.InRange(CellWidth.Of(line), 1, 10));
    }

    private static List<string> Lines(int width, params string[] pieces)
    {
        var text = new WrappedText(width);
        foreach (var piece in pieces)
        {
            text.Append(piece);
        }

        text.Complete();
        return Lines(text);
    }

    private static List<string> Lines(WrappedText text) => [.. Enumerable.Range(0, text.Count).Select(text.Line)];
}
