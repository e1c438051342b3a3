using System.Globalization;
using System.Text;
using Wcwidth;

namespace Dashboard.Text;

/// <summary>How many columns of a terminal a grapheme cluster takes.</summary>
/// <remarks>
/// Terminals do not agree on emoji: where old and new ones differ, this is the larger number. A line that is laid out by it may end a column
/// early, but is never longer than the window.
/// </remarks>
internal static class CellWidth
{
    private const int ZeroWidthJoiner = 0x200D;
    private const int EmojiSelector = 0xFE0F;

    /// <summary>The width of one grapheme cluster, at least 1. A cluster without a base is drawn on a dotted circle.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster is [>= ' ' and <= '~'])
        {
            return 1;
        }

        var width = 0;
        var isJoined = false;
        var isEmoji = false;
        foreach (var rune in cluster.EnumerateRunes())
        {
            // What follows a joiner is drawn into the cell of what stands before it.
            width += isJoined ? 0 : OfRune(rune);
            isJoined = rune.Value == ZeroWidthJoiner;
            isEmoji |= rune.Value == EmojiSelector || IsRegionalIndicator(rune);
        }

        return Math.Max(width, isEmoji ? 2 : 1);
    }

    /// <summary>The width of a text without tabs and line ends.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (text.Length > 0)
        {
            var length = Clusters.NextLength(text);
            width += OfCluster(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>Whether the cluster is marks that have lost their letter: a terminal would put them on whatever stands before.</summary>
    public static bool HasNoBase(ReadOnlySpan<char> cluster)
    {
        if (cluster is [< '\u0300', ..])
        {
            return false;
        }

        foreach (var rune in cluster.EnumerateRunes())
        {
            // Parts of Korean syllables have no columns either, but are letters.
            if (OfRune(rune) > 0 || Rune.IsLetter(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static int OfRune(Rune rune) => rune.Value switch
    {
        // Skin tones: old terminals show them beside what they colour.
        >= 0x1F3FB and <= 0x1F3FF => 2,
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark => 1,
        _ => Math.Max(0, UnicodeCalculator.GetWidth(rune)),
    };

    private static bool IsRegionalIndicator(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;
}
