using System;
using System.Collections.Generic;
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

    /// <summary>True for <c>$recursiveAnchor: true</c> (JSON Schema 2019-09).</summary>
    public bool IsRecursive { get; set; }

    public bool Contains(SourceSpan place) =>
        place.Start >= Root.Span.Start && place.Start + place.Length <= Root.Span.Start + Root.Span.Length;

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
