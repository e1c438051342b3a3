namespace Worker.Jobs;

/// <summary>A piece of saved text.</summary>
/// <param name="Fence">The attempt that it belongs to.</param>
/// <param name="Start">Where it begins within the text of that attempt, in characters: the sequence in which pieces belong together.</param>
/// <param name="Text">The text.</param>
internal sealed record Segment(long Fence, int Start, string Text)
{
    public int End => Start + Text.Length;
}
