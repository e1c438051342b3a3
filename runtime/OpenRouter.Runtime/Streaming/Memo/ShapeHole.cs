namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A value that varies, in a shape.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="end">Where it ends.</param>
/// <param name="slot">The number of the value.</param>
/// <param name="kind">What it is.</param>
internal readonly struct ShapeHole(int start, int end, int slot, VaryingKind kind)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public int Slot { get; } = slot;

    public VaryingKind Kind { get; } = kind;
}
