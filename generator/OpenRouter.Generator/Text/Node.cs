using System.Collections.Generic;

namespace OpenRouter.Generator.Text;

/// <summary>A positioned value of a JSON or YAML file. Overlays change the tree in place before it is read.</summary>
internal sealed class Node
{
    private Dictionary<string, int>? _index;

    private Node(NodeKind kind, SourceSpan span, string text)
    {
        Kind = kind;
        Span = span;
        Text = text;
    }

    public NodeKind Kind { get; }

    public SourceSpan Span { get; }

    /// <summary>The value of a string, or the literal as JSON spells it for numbers, booleans and null.</summary>
    public string Text { get; }

    public List<NodeMember> Members { get; } = [];

    public List<Node> Items { get; } = [];

    public bool IsObject => Kind == NodeKind.Object;

    public bool IsArray => Kind == NodeKind.Array;

    public bool IsTrue => Kind == NodeKind.Boolean && Text == "true";

    public static Node Scalar(NodeKind kind, string text, SourceSpan span) => new(kind, span, text);

    public static Node Object(SourceSpan span) => new(NodeKind.Object, span, "");

    public static Node Array(SourceSpan span) => new(NodeKind.Array, span, "");

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
    public void Set(string name, SourceSpan nameSpan, Node value)
    {
        var position = Members.FindIndex(member => member.Name == name);
        var changed = new NodeMember(name, nameSpan, value);
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
        Members.RemoveAll(member => ReferenceEquals(member.Value, child));
        Items.RemoveAll(item => ReferenceEquals(item, child));
        _index = null;
    }

    /// <summary>A deep copy: one overlay value may be merged into many targets.</summary>
    public Node Copy()
    {
        var copy = new Node(Kind, Span, Text);
        foreach (var member in Members)
        {
            copy.Members.Add(member with { Value = member.Value.Copy() });
        }

        foreach (var item in Items)
        {
            copy.Items.Add(item.Copy());
        }

        return copy;
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
