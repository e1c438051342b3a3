using System.Collections.Generic;
using System.Text;

namespace OpenRouter.Generator.Text;

/// <summary>
/// A YAML text as the scanner wants it: lines of nothing but spaces are emptied. The scanner refuses a literal block whose
/// first such line is longer than the block is indented; YAML does not. Places are told as they were before.
/// </summary>
internal sealed class YamlText
{
    private readonly List<(int Position, int Removed)> _shifts = [];

    public YamlText(string original)
    {
        StringBuilder? changed = null;
        var kept = 0;
        var removed = 0;
        for (var line = 0; line >= 0 && line < original.Length; line = original.IndexOf('\n', line) is >= 0 and var end ? end + 1 : -1)
        {
            var text = line;
            while (text < original.Length && original[text] == ' ')
            {
                text++;
            }

            if (text > line && IsLineEnd(original, text))
            {
                (changed ??= new StringBuilder(original.Length)).Append(original, kept, line - kept);
                kept = text;
                removed += text - line;
                _shifts.Add((changed.Length, removed));
            }
        }

        Text = changed is null ? original : changed.Append(original, kept, original.Length - kept).ToString();
    }

    public string Text { get; }

    /// <summary>The place in the original text of a place in <see cref="Text"/>.</summary>
    public int Original(int position)
    {
        int low = 0, high = _shifts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _shifts[middle].Position <= position ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? position : position + _shifts[low - 1].Removed;
    }

    private static bool IsLineEnd(string text, int position) =>
        position < text.Length && (text[position] == '\n' || string.CompareOrdinal(text, position, "\r\n", 0, 2) == 0);
}
