using System.ComponentModel;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>Takes where the values of an object stand that may vary. Emitted code tells them in the order in which it copies them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VaryingPaths
{
    private readonly PathList _list;
    private readonly int _parent;

    internal VaryingPaths(PathList list, int parent = PathList.Top) => (_list, _parent) = (list, parent);

    /// <summary>Tells a text.</summary>
    /// <param name="name">The name of the member.</param>
    public void Text(string name) => _list.Add(_parent, name, VaryingKind.Text, PieceRole.Other);

    /// <summary>Tells a text of the head of a chunk, which the collected answer asks for.</summary>
    /// <param name="name">The name of the member.</param>
    public void Head(string name) => _list.Add(_parent, name, VaryingKind.Text, PieceRole.Head);

    /// <summary>Tells a whole number.</summary>
    /// <param name="name">The name of the member.</param>
    public void Number(string name) => _list.Add(_parent, name, VaryingKind.Number, PieceRole.Other);

    /// <summary>Tells a piece of a longer text.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="role">What it is a piece of.</param>
    public void Piece(string name, PieceRole role) => _list.Add(_parent, name, VaryingKind.Piece, role);

    /// <summary>Tells reasoning details, of which the texts of the first may vary.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="held">Their JSON; without it there is nothing to tell.</param>
    public void Details(string name, byte[]? held)
    {
        if (held is not null)
        {
            var parent = _list.Enter(_parent, name, VaryingKind.Details);
            _list.Add(parent, "text", VaryingKind.DetailText, PieceRole.Other);
            _list.Add(parent, "summary", VaryingKind.DetailText, PieceRole.Other);
        }
    }

    /// <summary>Goes into an object, or into the first item of a list.</summary>
    /// <param name="name">The name of the member.</param>
    public VaryingPaths At(string name) => new(_list, _list.Enter(_parent, name, VaryingKind.Lead));
}
