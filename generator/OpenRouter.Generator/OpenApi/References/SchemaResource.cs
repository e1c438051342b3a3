using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>A file's root or a schema with <c>$id</c>: what a reference without a file part is relative to.</summary>
internal sealed class SchemaResource
{
    public SchemaResource(Node root, string? id)
    {
        Root = root;
        Id = id;
    }

    public Node Root { get; }

    /// <summary>The identifier, resolved against the resource around it; null when it has none.</summary>
    public string? Id { get; }

    /// <summary>The schemas with <c>$anchor</c> or <c>$dynamicAnchor</c>.</summary>
    public Dictionary<string, Node> Anchors { get; } = new(StringComparer.Ordinal);

    public HashSet<string> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas with definitions of their own, to which authors point as if each were the root.</summary>
    public List<Node> DefinitionHolders { get; } = [];

    /// <summary>Schemas with <c>$recursiveAnchor: true</c> (JSON Schema 2019-09).</summary>
    public List<Node> RecursiveAnchors { get; } = [];

    /// <summary>The smallest of the nodes around a place of the same file, or null.</summary>
    public static Node? Around(SourceSpan place, IEnumerable<Node> nodes) =>
        nodes
            .Where(node => place.Path == node.Path && place.Start >= node.Span.Start && place.Start + place.Length <= node.Span.Start + node.Span.Length)
            .OrderBy(static node => node.Span.Length)
            .FirstOrDefault();

    /// <summary>The identifier that <paramref name="reference"/> means here.</summary>
    public string Resolve(string reference)
    {
        if (Id is not null && Uri.TryCreate(Id, UriKind.Absolute, out var address) && Uri.TryCreate(address, reference, out var resolved))
        {
            return resolved.ToString();
        }

        return reference;
    }
}
