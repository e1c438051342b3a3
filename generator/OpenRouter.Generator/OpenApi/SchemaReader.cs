using System;
using System.Collections.Generic;
using System.Threading;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads schema objects. A node is read once, so that a component and every reference to it are one object.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] Unsupported =
    [
        "not", "if", "then", "else", "patternProperties", "prefixItems", "propertyNames", "unevaluatedProperties",
        "unevaluatedItems", "dependentRequired", "dependentSchemas", "$dynamicRef", "contains",
    ];

    private readonly Node _root;
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Node, Schema> _read = [];

    public SchemaReader(Node root, ProblemList problems, CancellationToken cancellationToken)
    {
        _root = root;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public Schema Read(Node node)
    {
        if (_read.TryGetValue(node, out var known))
        {
            return known;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        var schema = new Schema(node);
        _read.Add(node, schema);
        if (!node.IsObject)
        {
            if (node.Kind != NodeKind.Boolean)
            {
                _problems.Add(ProblemRule.InvalidValue, node.Span, "A schema must be an object or a boolean.");
            }

            return schema;
        }

        ReadMarks(schema, node);
        if (node["$ref"] is { } reference)
        {
            ReadReference(schema, reference);
            return schema;
        }

        ReadShape(schema, node);
        ReadCombinations(schema, node);
        return schema;
    }

    private static void ReadMarks(Schema schema, Node node)
    {
        schema.Description = node.String("description");
        schema.IsDeprecated = node["deprecated"] is { IsTrue: true };
        schema.CSharpName = node.String("x-csharp-name");
        schema.CSharpNamespace = node.String("x-csharp-namespace");
        schema.Role = node.String("x-csharp-role");
        schema.IsLeading = node["x-csharp-leading"] is { IsTrue: true };
    }

    private void ReadReference(Schema schema, Node reference)
    {
        schema.Reference = reference.Text;
        var target = reference.Kind == NodeKind.String ? JsonPointer.Find(_root, reference.Text) : null;
        if (target is null)
        {
            _problems.Add(ProblemRule.DanglingReference, reference.Span, $"The reference '{reference.Text}' points at nothing in this document; the value is treated as any JSON.");
            return;
        }

        schema.Target = Read(target);
    }

    private void ReadShape(Schema schema, Node node)
    {
        ReadTypes(schema, node);
        schema.Format = node.String("format");
        schema.Default = node["default"];
        schema.Range = NumberRangeReader.Read(node, _problems);
        if (node["nullable"] is { IsTrue: true })
        {
            schema.IsNullable = true;
        }

        AddEnumValues(schema, node);
        if (node["required"] is { IsArray: true } required)
        {
            foreach (var name in required.Items)
            {
                schema.Required.Add(name.Text);
            }
        }

        if (node["properties"] is { IsObject: true } properties)
        {
            foreach (var member in properties.Members)
            {
                schema.Properties.Add(new SchemaProperty(member.Name, member.NameSpan, Read(member.Value)));
            }
        }

        if (node["items"] is { } items)
        {
            schema.Items = Read(items);
        }

        if (node["additionalProperties"] is { } additional)
        {
            schema.IsClosed = additional is { Kind: NodeKind.Boolean, IsTrue: false };
            schema.AdditionalProperties = schema.IsClosed ? null : Read(additional);
        }

        foreach (var keyword in Unsupported)
        {
            if (node[keyword] is not null)
            {
                var member = node.Members.Find(candidate => candidate.Name == keyword);
                _problems.Add(ProblemRule.UnsupportedKeyword, member!.NameSpan, $"The keyword '{keyword}' is not turned into C#; values are neither checked nor shaped by it.");
            }
        }
    }

    private void ReadTypes(Schema schema, Node node)
    {
        if (node["type"] is not { } type)
        {
            return;
        }

        foreach (var item in type.IsArray ? type.Items : [type])
        {
            switch (item.Text)
            {
                case "null":
                    schema.IsNullable = true;
                    break;
                case "string" or "integer" or "number" or "boolean" or "array" or "object":
                    schema.Types.Add(item.Text);
                    break;
                default:
                    _problems.Add(ProblemRule.UnknownType, item.Span, $"The type '{item.Text}' is unknown; expected string, integer, number, boolean, array, object or null. The value is treated as any JSON.");
                    break;
            }
        }
    }

    private static void AddEnumValues(Schema schema, Node node)
    {
        if (node["const"] is { } constant)
        {
            schema.EnumValues.Add(constant);
            return;
        }

        if (node["enum"] is not { IsArray: true } values)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.Items)
        {
            if (value.Kind == NodeKind.Null)
            {
                schema.IsNullable = true;
            }
            else if (seen.Add(value.Text))
            {
                schema.EnumValues.Add(value);
            }
        }
    }

    private void ReadCombinations(Schema schema, Node node)
    {
        ReadList(node["allOf"], schema.AllOf);
        ReadList(node["oneOf"], schema.OneOf);
        ReadList(node["anyOf"], schema.OneOf);
        if (node["discriminator"] is { IsObject: true } discriminator && discriminator.String("propertyName") is { } property)
        {
            schema.Discriminator = new Discriminator(property, ReadMapping(discriminator["mapping"]));
        }
    }

    private void ReadList(Node? list, List<Schema> into)
    {
        foreach (var item in list?.Items ?? [])
        {
            into.Add(Read(item));
        }
    }

    private List<(string Value, Schema Schema)> ReadMapping(Node? mapping)
    {
        var entries = new List<(string, Schema)>();
        foreach (var member in mapping?.Members ?? [])
        {
            var reference = member.Value.Text;
            var fragment = reference.Length > 0 && reference[0] == '#' ? reference : "#/components/schemas/" + reference;
            if (JsonPointer.Find(_root, fragment) is { } target)
            {
                entries.Add((member.Name, Read(target)));
            }
            else
            {
                _problems.Add(ProblemRule.InvalidValue, member.Value.Span, $"The discriminator value '{member.Name}' is mapped to '{reference}', which is not in this document.");
            }
        }

        return entries;
    }
}
