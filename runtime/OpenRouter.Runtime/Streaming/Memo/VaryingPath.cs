namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A step on the way to a varying value, or the value itself.</summary>
/// <param name="Parent">The step before; -1 at the top.</param>
/// <param name="Name">The name of the member, in ASCII.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Role">What a piece is a piece of.</param>
/// <param name="Slot">The number of the value; -1 for what is none.</param>
internal readonly record struct VaryingPath(int Parent, string Name, VaryingKind Kind, PieceRole Role, int Slot);
