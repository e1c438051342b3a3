using System.Globalization;
using Spectre.Console.Rendering;

namespace Dashboard.View;

/// <summary>
/// A whole screen. Each row is put at its place, and what stood there before is erased, so that nothing depends on what the screen showed: a frame
/// repairs whatever a resize made of it.
/// </summary>
internal sealed class Frame(IReadOnlyList<Row> rows, int columns) : Renderable
{
    /// <summary>Terminals that know it show the frame at once; the others ignore it.</summary>
    private const string BeginUpdate = "\e[?2026h";
    private const string EndUpdate = "\e[?2026l";
    private const string EraseToEnd = "\e[K";

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        yield return Segment.Control(BeginUpdate);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index].Fit(columns);
            yield return Segment.Control(string.Create(CultureInfo.InvariantCulture, $"\e[{index + 1};1H"));

            // In the last column erasing would take the last character with it.
            var isFull = row.Width >= columns;
            if (isFull)
            {
                yield return Segment.Control(EraseToEnd);
            }

            foreach (var segment in row.Left)
            {
                yield return segment;
            }

            if (!isFull)
            {
                yield return Segment.Control(EraseToEnd);
            }

            if (row.Right is { } right)
            {
                yield return Segment.Control(string.Create(CultureInfo.InvariantCulture, $"\e[{columns - row.RightWidth + 1}G"));
                yield return right;
            }
        }

        yield return Segment.Control(EndUpdate);
    }
}
