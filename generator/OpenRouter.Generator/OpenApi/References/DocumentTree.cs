using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>One file of a document with the identifiers and anchors that its schemas declare.</summary>
internal sealed class DocumentTree
{
    /// <summary>Members whose own members are names that the author chose, and no keywords.</summary>
    private static readonly HashSet<string> NameMaps = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters", "requestBodies",
        "headers", "pathItems", "mediaTypes", "callbacks", "paths", "webhooks", "content", "encoding",
    };

    /// <summary>Members that hold values and no schemas: what looks like a keyword in there is data.</summary>
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const" };

    private List<SchemaResource>? _resources;

    public DocumentTree(string path, Node root)
    {
        Path = path;
        Root = root;
    }

    public string Path { get; }

    public Node Root { get; }

    /// <summary>The root first, then every schema with an identifier of its own.</summary>
    public IReadOnlyList<SchemaResource> Resources => _resources ??= FindResources();

    /// <summary>The smallest resource around a place of this file; the root for what an overlay put in.</summary>
    public SchemaResource ResourceAround(SourceSpan place)
    {
        if (Resources.Count == 1)
        {
            return Resources[0];
        }

        var root = SchemaResource.Around(place, Resources.Select(static resource => resource.Root));
        return Resources.FirstOrDefault(resource => ReferenceEquals(resource.Root, root)) ?? Resources[0];
    }

    private List<SchemaResource> FindResources()
    {
        var root = new SchemaResource(Root, WithoutFragment(Root.String("$self") ?? Root.String("$id")));
        var resources = new List<SchemaResource> { root };
        Walk(Root, root, resources, keysAreNames: false);
        return resources;
    }

    private static void Walk(Node node, SchemaResource around, List<SchemaResource> resources, bool keysAreNames)
    {
        if (!keysAreNames && node.IsObject)
        {
            around = Note(node, around, resources);
        }

        foreach (var member in node.Members)
        {
            if (keysAreNames || !(Data.Contains(member.Name) || member.Name.StartsWith("x-", StringComparison.Ordinal)))
            {
                Walk(member.Value, around, resources, !keysAreNames && NameMaps.Contains(member.Name));
            }
        }

        foreach (var item in node.Items)
        {
            Walk(item, around, resources, keysAreNames: false);
        }
    }

    private static SchemaResource Note(Node node, SchemaResource around, List<SchemaResource> resources)
    {
        if (!ReferenceEquals(node, resources[0].Root) && WithoutFragment(node.String("$id")) is { Length: > 0 } id)
        {
            around = new SchemaResource(node, around.Resolve(id));
            resources.Add(around);
        }

        if (node.String("$anchor") is { } anchor)
        {
            around.Anchors[anchor] = node;
        }

        if (node.String("$dynamicAnchor") is { } dynamic)
        {
            around.Anchors[dynamic] = node;
            around.DynamicAnchors.Add(dynamic);
        }

        if (node["$recursiveAnchor"] is { IsTrue: true })
        {
            around.RecursiveAnchors.Add(node);
        }

        if (node["$defs"] is not null || node["definitions"] is not null)
        {
            around.DefinitionHolders.Add(node);
        }

        return around;
    }

    private static string? WithoutFragment(string? id) => id?.TrimEnd('#');
}
