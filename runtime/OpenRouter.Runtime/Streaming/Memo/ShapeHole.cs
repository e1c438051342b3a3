namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A value that varies, in a shape.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Slot">The number of the value.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ShapeHole(int Start, int End, int Slot, VaryingKind Kind);
