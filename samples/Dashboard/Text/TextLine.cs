namespace Dashboard.Text;

/// <summary>Where a line stands in its text.</summary>
internal readonly record struct TextLine(int Start, int Length);
