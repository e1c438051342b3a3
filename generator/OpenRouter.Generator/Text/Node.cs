using System.Collections.Generic;

namespace OpenRouter.Generator.Text;

/// <summary>A positioned value of a JSON or YAML file. Overlays change the tree in place before it is read.</summary>
internal sealed class Node
{
    private static readonly List<NodeMember> NoMembers = [];
    private static readonly List<Node> NoItems = [];

    private readonly SourcePlace _place;
    private Dictionary<string, int>? _index;

    private Node(NodeKind kind, SourcePlace place, string text, List<NodeMember> members, List<Node> items)
    {
        Kind = kind;
        _place = place;
        Text = text;
        Members = members;
        Items = items;
    }

    public NodeKind Kind { get; }

    /// <summary>Where the value stands; lines are counted for it, so that it is for those who show or compare places.</summary>
    public SourceSpan Span => _place.Span;

    /// <summary>The file that the value came from.</summary>
    public string? Path => _place.Path;

    /// <summary>The value of a string, or the literal as JSON spells it for numbers, booleans and null.</summary>
    public string Text { get; }

    /// <summary>The members of an object; of another value an empty list that all such values share.</summary>
    public List<NodeMember> Members { get; }

    /// <summary>The items of an array; of another value an empty list that all such values share.</summary>
    public List<Node> Items { get; }

    public bool IsObject => Kind == NodeKind.Object;

    public bool IsArray => Kind == NodeKind.Array;

    public bool IsTrue => Kind == NodeKind.Boolean && Text == "true";

    public static Node Scalar(NodeKind kind, string text, SourcePlace place) => new(kind, place, text, NoMembers, NoItems);

    public static Node Object(List<NodeMember> members, SourcePlace place) => new(NodeKind.Object, place, "", members, NoItems);

    public static Node Array(List<Node> items, SourcePlace place) => new(NodeKind.Array, place, "", NoMembers, items);

    /// <summary>The value of a member, or null when the node is no object or lacks it.</summary>
    public Node? this[string name]
    {
        get
        {
            if (Members.Count < 12)
            {
                foreach (var member in Members)
                {
                    if (member.Name == name)
                    {
                        return member.Value;
                    }
                }

                return null;
            }

            _index ??= BuildIndex();
            return _index.TryGetValue(name, out var position) ? Members[position].Value : null;
        }
    }

    /// <summary>The text of a string member, or null.</summary>
    public string? String(string name) => this[name] is { Kind: NodeKind.String } value ? value.Text : null;

    /// <summary>Adds a member, or replaces the value of the member of that name.</summary>
    public void Set(string name, SourcePlace place, Node value)
    {
        if (!IsObject)
        {
            return;
        }

        var position = Members.FindIndex(member => member.Name == name);
        var changed = new NodeMember(name, place, value);
        if (position < 0)
        {
            Members.Add(changed);
        }
        else
        {
            Members[position] = changed;
        }

        _index = null;
    }

    /// <summary>Puts a value in the place of a child.</summary>
    public void Replace(Node child, Node value)
    {
        var member = Members.FindIndex(member => ReferenceEquals(member.Value, child));
        if (member >= 0)
        {
            Members[member] = Members[member] with { Value = value };
        }

        var item = Items.IndexOf(child);
        if (item >= 0)
        {
            Items[item] = value;
        }
    }

    public void Remove(Node child)
    {
        if (IsObject)
        {
            Members.RemoveAll(member => ReferenceEquals(member.Value, child));
        }
        else if (IsArray)
        {
            Items.RemoveAll(item => ReferenceEquals(item, child));
        }

        _index = null;
    }

    /// <summary>A deep copy: one overlay value may be merged into many targets.</summary>
    public Node Copy()
    {
        return Kind switch
        {
            NodeKind.Object => Object(Members.ConvertAll(static member => member with { Value = member.Value.Copy() }), _place),
            NodeKind.Array => Array(Items.ConvertAll(static item => item.Copy()), _place),
            _ => Scalar(Kind, Text, _place),
        };
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(Members.Count);
        for (var i = 0; i < Members.Count; i++)
        {
            index[Members[i].Name] = i;
        }

        return index;
    }
}
