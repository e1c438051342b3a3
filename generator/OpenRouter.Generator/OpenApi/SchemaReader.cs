using System;
using System.Collections.Generic;
using System.Threading;
using OpenRouter.Generator.OpenApi.Keywords;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads schema objects. A node is read once, so that a component and every reference to it are one object.</summary>
internal sealed class SchemaReader
{
    private readonly Node _root;
    private readonly ReferenceResolver _references;
    private readonly bool _isVersion30;
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Node, Schema> _read = [];
    private readonly List<(Schema Schema, string Name)> _suggestedNames = [];
    private readonly Queue<Schema> _pending = new();
    private bool _isReadingPending;

    public SchemaReader(Node root, ReferenceResolver references, ProblemList problems, CancellationToken cancellationToken)
    {
        _root = root;
        _references = references;
        _isVersion30 = root.String("openapi")?.StartsWith("3.0", StringComparison.Ordinal) == true;
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Every schema of the document that was read so far.</summary>
    public IEnumerable<Schema> Known => _read.Values;

    /// <summary>Targets of references that are no components but stand under a name: in <c>$defs</c> or in another file.</summary>
    public IReadOnlyList<(Schema Schema, string Name)> SuggestedNames => _suggestedNames;

    public Schema Read(Node node)
    {
        var schema = ReadNested(node);
        ReadPending();
        return schema;
    }

    /// <summary>
    /// What references point at waits in a queue. Were it read at once, a chain of some thousand references would need more
    /// stack than the compiler's threads have; schemas inside schemas are only as deep as the text.
    /// </summary>
    private Schema ReadLater(Node node)
    {
        if (!_read.TryGetValue(node, out var schema))
        {
            schema = new Schema(node);
            _read.Add(node, schema);
            _pending.Enqueue(schema);
        }

        return schema;
    }

    private void ReadPending()
    {
        if (_isReadingPending)
        {
            return;
        }

        _isReadingPending = true;
        while (_pending.Count > 0)
        {
            Fill(_pending.Dequeue());
        }

        _isReadingPending = false;
    }

    private Schema ReadNested(Node node)
    {
        if (_read.TryGetValue(node, out var known))
        {
            return known;
        }

        var schema = new Schema(node);
        _read.Add(node, schema);
        Fill(schema);
        return schema;
    }

    private void Fill(Schema schema)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var node = schema.Node;
        if (!node.IsObject)
        {
            if (node.Kind != NodeKind.Boolean)
            {
                _problems.Add(ProblemRule.InvalidValue, node.Span, "A schema must be an object or a boolean.");
            }

            return;
        }

        ReadMarks(schema, node);
        if (ReferenceOf(node) is { } reference)
        {
            ReadReference(schema, reference, node);
            return;
        }

        ReadShape(schema, node);
    }

    /// <summary>What may stand beside a reference as well, and then counts more than what the target says.</summary>
    private void ReadMarks(Schema schema, Node node)
    {
        schema.Description = node.String("description");
        schema.IsDeprecated = node["deprecated"] is { IsTrue: true };
        schema.IsReadOnly = node["readOnly"] is { IsTrue: true };
        schema.IsWriteOnly = node["writeOnly"] is { IsTrue: true };
        schema.IsNullable = node["nullable"] is { IsTrue: true };
        schema.Default = node["default"];
        schema.Range = NumberRangeReader.Read(node, _problems);
        schema.CSharpName = ChosenName.Read(node, "x-csharp-name", _problems);
        schema.CSharpNamespace = ChosenName.ReadNamespace(node, "x-csharp-namespace", _problems);
        schema.Role = node.String("x-csharp-role");
        schema.Length = LengthRangeReader.Read(node);
        schema.Excludes.AddRange(node["x-csharp-excludes"]?.Items.ConvertAll(static item => item.Text) ?? []);
        schema.IsLeading = node["x-csharp-leading"] is { IsTrue: true };
    }

    private static Node? ReferenceOf(Node node) => node["$ref"] ?? node["$dynamicRef"] ?? node["$recursiveRef"];

    private void ReadReference(Schema schema, Node reference, Node node)
    {
        schema.Reference = reference.Text;
        var target = node["$ref"] is not null ? _references.Resolve(reference) : _references.ResolveDynamic(reference, node["$dynamicRef"] is null);
        if (target is not null)
        {
            schema.Target = ReadLater(target.Node);
            if (target.Name is { } name)
            {
                _suggestedNames.Add((schema.Target, name));
            }
        }

        if (ReferenceSiblings.WithShape(node) is not { } sibling)
        {
            return;
        }

        if (_isVersion30)
        {
            _problems.Add(ProblemRule.IgnoredSibling, sibling.NameSpan, $"OpenAPI 3.0 ignores '{sibling.Name}' beside a $ref, and so does the generator. Put both into an allOf.");
            return;
        }

        // From 3.1 on, a reference is one keyword among others: all of them hold, as the branches of an allOf do.
        schema.AllOf.Add(new Schema(reference) { Reference = schema.Reference, Target = schema.Target });
        schema.Reference = null;
        schema.Target = null;
        ReadShape(schema, node);
    }

    private void ReadShape(Schema schema, Node node)
    {
        ValueKeywords.Read(schema, node, _problems);
        ArrayKeywords.Read(schema, node, ReadNested);
        ObjectKeywords.Read(schema, node, ReadNested, _problems);
        UncheckedKeywords.Report(node, _problems);
        ReadList(node["allOf"], schema.AllOf);
        ReadList(node["oneOf"], schema.OneOf);
        ReadList(node["anyOf"], schema.OneOf);
        if (node["discriminator"] is { IsObject: true } discriminator && discriminator.String("propertyName") is { } property)
        {
            var fallback = discriminator["defaultMapping"] is { } name ? MappedSchema(name, "The default mapping of the discriminator") : null;
            schema.Discriminator = new Discriminator(property, ReadMapping(discriminator["mapping"]), fallback);
        }
    }

    private void ReadList(Node? list, List<Schema> into)
    {
        foreach (var item in list?.Items ?? [])
        {
            into.Add(ReadNested(item));
        }
    }

    private List<(string Value, Schema Schema)> ReadMapping(Node? mapping)
    {
        var entries = new List<(string, Schema)>();
        foreach (var member in mapping?.Members ?? [])
        {
            if (MappedSchema(member.Value, $"The discriminator value '{member.Name}'") is { } schema)
            {
                entries.Add((member.Name, schema));
            }
        }

        return entries;
    }

    /// <summary>A mapping names a component, or refers to a schema anywhere.</summary>
    private Schema? MappedSchema(Node value, string what)
    {
        if ((_root["components"]?["schemas"]?[value.Text] ?? _references.TryResolve(value)?.Node) is { } target)
        {
            return ReadLater(target);
        }

        _problems.Add(ProblemRule.InvalidValue, value.Span, $"{what} is mapped to '{value.Text}', which is not in this document.");
        return null;
    }
}
