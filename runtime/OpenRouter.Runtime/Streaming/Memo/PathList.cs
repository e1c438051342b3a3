using System.Text;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>Where the values of an item stand that may vary, in the order in which emitted code tells and copies them.</summary>
internal sealed class PathList
{
    /// <summary>The parent of what stands at the top.</summary>
    public const int Top = -1;

    private VaryingPath[] _paths = new VaryingPath[24];

    /// <summary>How many values there are.</summary>
    public int Slots { get; private set; }

    /// <summary>How many steps and values there are.</summary>
    public int Count { get; private set; }

    public VaryingPath this[int index] => _paths[index];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        Slots = 0;
    }

    /// <summary>Adds a value.</summary>
    public void Add(int parent, string name, VaryingKind kind, PieceRole role) => Append(new VaryingPath(parent, name, kind, role, Slots++));

    /// <summary>Adds a step to values.</summary>
    /// <returns>Its number.</returns>
    public int Enter(int parent, string name, VaryingKind kind)
    {
        Append(new VaryingPath(parent, name, kind, PieceRole.Other, -1));
        return Count - 1;
    }

    /// <summary>The member of an object or first item; -1 when it is of no interest.</summary>
    public int Find(int parent, ReadOnlySpan<byte> name)
    {
        for (var index = parent + 1; index < Count; index++)
        {
            var path = _paths[index];
            if (path.Parent == parent && path.Name.Length == name.Length && Ascii.Equals(name, path.Name))
            {
                return index;
            }
        }

        return -1;
    }

    private void Append(VaryingPath path)
    {
        if (Count == _paths.Length)
        {
            Array.Resize(ref _paths, Count * 2);
        }

        _paths[Count++] = path;
    }
}
