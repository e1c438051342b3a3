using System.Globalization;

namespace Dashboard.Text;

/// <summary>Cuts a text into grapheme clusters: what a reader takes for one character.</summary>
internal static class Clusters
{
    /// <summary>
    /// The largest cluster, in UTF-16 units. Real ones are smaller; hundreds of marks on one letter are an attack on whoever draws them, and go on
    /// in a cluster of their own.
    /// </summary>
    public const int MaxLength = 32;

    /// <summary>The length of the cluster at the beginning of a text that is not empty.</summary>
    public static int NextLength(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        return StringInfo.GetNextTextElementLength(text);
    }
}
