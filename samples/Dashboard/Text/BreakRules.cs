using System.Buffers;
using System.Text;

namespace Dashboard.Text;

/// <summary>Where a line may end inside of what is written without spaces: around Chinese, Japanese and Korean characters and emoji.</summary>
internal static class BreakRules
{
    private static readonly SearchValues<char> Closing = SearchValues.Create(
        "!),.:;?]}%\u00A0\u202F\u2026\u2019\u201D、。〃々〉》」』】〕〗〙〛〞〟ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・ーヽヾゝゞ！），．：；？］｝～％");

    private static readonly SearchValues<char> Opening = SearchValues.Create("([{$\u00A0\u202F\u2018\u201C〈《「『【〔〖〘〚〝（［｛￥＄");

    /// <summary>Whether a line may end at a cluster, which is left out then.</summary>
    public static bool IsSpace(ReadOnlySpan<char> cluster)
        => cluster is [var single] && char.IsWhiteSpace(single) && single is not ('\u00A0' or '\u2007' or '\u202F');

    /// <summary>Whether a line may end between two clusters, of which one is wide.</summary>
    public static bool MayPart(ReadOnlySpan<char> before, int widthBefore, ReadOnlySpan<char> after, int widthAfter)
        => (widthBefore > 1 || widthAfter > 1) && !Opening.Contains(before[0]) && !Closing.Contains(after[0]) && !IsMark(after);

    /// <summary>Marks that lost their letter to a limit stay beside it.</summary>
    private static bool IsMark(ReadOnlySpan<char> cluster)
        => Rune.DecodeFromUtf16(cluster, out var rune, out _) == OperationStatus.Done && CellWidth.HasNoBase(cluster) && !Rune.IsWhiteSpace(rune);
}
