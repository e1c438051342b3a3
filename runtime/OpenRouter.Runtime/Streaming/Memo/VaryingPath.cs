namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A step on the way to a varying value, or the value itself.</summary>
/// <param name="parent">The step before; -1 at the top.</param>
/// <param name="name">The name of the member, in ASCII.</param>
/// <param name="kind">What stands there.</param>
/// <param name="role">What a piece is a piece of.</param>
/// <param name="slot">The number of the value; -1 for what is none.</param>
internal readonly struct VaryingPath(int parent, string name, VaryingKind kind, PieceRole role, int slot)
{
    public int Parent { get; } = parent;

    public string Name { get; } = name;

    public VaryingKind Kind { get; } = kind;

    public PieceRole Role { get; } = role;

    public int Slot { get; } = slot;
}
