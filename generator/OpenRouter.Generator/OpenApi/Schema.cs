using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A schema object in the specification's own words. One node of the document is one schema object.</summary>
internal sealed class Schema
{
    public Schema(Node node) => Node = node;

    /// <summary>An empty schema that stands where <paramref name="owner"/> stood: with its place, names and marks, but no shape.</summary>
    public static Schema InPlaceOf(Schema owner) => new(owner.Node)
    {
        ComponentName = owner.ComponentName,
        Pointer = owner.Pointer,
        CSharpName = owner.CSharpName,
        CSharpNamespace = owner.CSharpNamespace,
        Description = owner.Description,
        IsDeprecated = owner.IsDeprecated,
        IsReadOnly = owner.IsReadOnly,
        IsWriteOnly = owner.IsWriteOnly,
        Role = owner.Role,
        IsLeading = owner.IsLeading,
    };

    /// <summary>A second schema of the same shape, place and names, whose lists may be changed alone.</summary>
    public static Schema CopyOf(Schema owner)
    {
        var copy = InPlaceOf(owner);
        copy.Reference = owner.Reference;
        copy.Target = owner.Target;
        copy.IsNullable = owner.IsNullable;
        copy.Format = owner.Format;
        copy.ImpliedType = owner.ImpliedType;
        copy.Items = owner.Items;
        copy.AdditionalProperties = owner.AdditionalProperties;
        copy.IsClosed = owner.IsClosed;
        copy.Discriminator = owner.Discriminator;
        copy.Default = owner.Default;
        copy.Range = owner.Range;
        copy.Length = owner.Length;
        copy.Types.AddRange(owner.Types);
        copy.EnumValues.AddRange(owner.EnumValues);
        copy.Properties.AddRange(owner.Properties);
        copy.Required.UnionWith(owner.Required);
        copy.AllOf.AddRange(owner.AllOf);
        copy.OneOf.AddRange(owner.OneOf);
        copy.Conditional.AddRange(owner.Conditional);
        return copy;
    }

    public Node Node { get; }

    public SourceSpan Span => Node.Span;

    /// <summary>The text of <c>$ref</c>, or null.</summary>
    public string? Reference { get; set; }

    /// <summary>What <c>$ref</c> points at; null without a reference or when it dangles.</summary>
    public Schema? Target { get; set; }

    /// <summary>Where a component stands in its document, for comments; null for inline schemas.</summary>
    public string? Pointer { get; set; }

    /// <summary>The name below <c>#/components/schemas</c>, in <c>$defs</c> or in another file, when the schema stands there.</summary>
    public string? ComponentName { get; set; }

    /// <summary>The values of <c>type</c> without <c>null</c>.</summary>
    public List<string> Types { get; } = [];

    /// <summary>True for <c>nullable: true</c>, a <c>null</c> among the types or among the enum values.</summary>
    public bool IsNullable { get; set; }

    public string? Format { get; set; }

    /// <summary>The type that a schema without <c>type</c> speaks of, or null.</summary>
    public string? ImpliedType { get; set; }

    /// <summary>The values of <c>enum</c> or <c>const</c>, without null.</summary>
    public List<Node> EnumValues { get; } = [];

    public List<SchemaProperty> Properties { get; } = [];

    public HashSet<string> Required { get; } = [];

    public Schema? Items { get; set; }

    /// <summary>The schema of unnamed members, or null when none is given.</summary>
    public Schema? AdditionalProperties { get; set; }

    /// <summary>True for <c>additionalProperties: false</c>.</summary>
    public bool IsClosed { get; set; }

    public List<Schema> AllOf { get; } = [];

    public List<Schema> OneOf { get; } = [];

    /// <summary>Schemas that hold only under a condition (then, else, dependentSchemas): their members may be there.</summary>
    public List<Schema> Conditional { get; } = [];

    public Discriminator? Discriminator { get; set; }

    public string? Description { get; set; }

    public bool IsDeprecated { get; set; }

    /// <summary>True when only answers carry the value.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>True when only requests carry the value.</summary>
    public bool IsWriteOnly { get; set; }

    public Node? Default { get; set; }

    public NumberRange? Range { get; set; }

    public LengthRange? Length { get; set; }

    /// <summary>Our extension <c>x-csharp-name</c>.</summary>
    public string? CSharpName { get; set; }

    /// <summary>Our extension <c>x-csharp-namespace</c>: a namespace below that of the models.</summary>
    public string? CSharpNamespace { get; set; }

    /// <summary>Our extension <c>x-csharp-role</c>, for the annotations that analyzers read.</summary>
    public string? Role { get; set; }

    /// <summary>Our extension <c>x-csharp-excludes</c>: wire names of members that cannot be combined with this one.</summary>
    public List<string> Excludes { get; } = [];

    /// <summary>Our extension <c>x-csharp-leading</c>: builders put this union case ahead of the others.</summary>
    public bool IsLeading { get; set; }
}
