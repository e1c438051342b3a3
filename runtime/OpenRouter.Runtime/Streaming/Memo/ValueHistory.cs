namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// Learns which of the values that may vary do: a number that counts or a time does, the name of a model does not. Pieces of text
/// are known to vary.
/// </summary>
internal sealed class ValueHistory
{
    private readonly List<Value> _values = [];
    private PathList? _paths;

    /// <summary>Takes the values of an event.</summary>
    public void Add(PathList paths, ReadOnlySpan<Hole> holes, ReadOnlySpan<byte> data)
    {
        _paths = paths;
        foreach (var hole in holes)
        {
            if (paths[hole.Path].Kind is not (VaryingKind.Text or VaryingKind.Number))
            {
                continue;
            }

            var bytes = data.Slice(hole.Start, hole.Length);
            if (Find(hole.Path) is not { } value)
            {
                _values.Add(new Value(Parent(hole.Path), paths[hole.Path].Name, bytes.ToArray()));
            }
            else if (!value.Varies && !bytes.SequenceEqual(value.Bytes))
            {
                value.Varies = true;
            }
        }
    }

    /// <summary>Whether a value is seen to vary.</summary>
    /// <param name="path">Its number among the paths that were given last.</param>
    public bool Varies(int path) => _paths![path].Kind is VaryingKind.Piece or VaryingKind.DetailText || Find(path) is { Varies: true };

    private Value? Find(int path)
    {
        var (parent, name) = (Parent(path), _paths![path].Name);
        return _values.Find(value => value.Name == name && value.Parent == parent);
    }

    /// <summary>The member that a value stands in tells it from another of its name; what leads there need not be asked.</summary>
    private string Parent(int path) => _paths![path].Parent is var parent && parent < 0 ? "" : _paths[parent].Name;

    private sealed class Value(string parent, string name, byte[] bytes)
    {
        public string Parent { get; } = parent;

        public string Name { get; } = name;

        public byte[] Bytes { get; } = bytes;

        public bool Varies { get; set; }
    }
}
