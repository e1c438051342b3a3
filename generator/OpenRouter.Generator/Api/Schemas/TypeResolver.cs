using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Api.Unions;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Decides the C# type of every schema, once. Classes and unions are noted here and built by their own builders.</summary>
internal sealed class TypeResolver
{
    /// <summary>Lists of lists; deeper ones are taken for endless, since the compiler's stack has an end.</summary>
    private const int MaxNesting = 128;

    private readonly TypeNames _names;
    private readonly SchemaReducer _reducer;
    private readonly UnionClassifier _unions;
    private readonly Dictionary<Schema, TypeRef> _models = [];
    private readonly Queue<(Schema Schema, TypeRef Type)> _pendingObjects = new();
    private readonly HashSet<Schema> _unionsInProgress = [];
    private readonly HashSet<Schema> _collectionsInProgress = [];
    private readonly ProblemList _problems;

    public TypeResolver(TypeNames names, SchemaReducer reducer, ProblemList problems)
    {
        _names = names;
        _reducer = reducer;
        _problems = problems;
        _unions = new UnionClassifier(this, reducer, problems);
    }

    public List<EnumModel> Enums { get; } = [];

    /// <summary>Unions whose cases are known; in the order in which they were met.</summary>
    public List<(Schema Schema, ClassifiedUnion Union, TypeRef Type)> Unions { get; } = [];

    public SchemaReducer Reducer => _reducer;

    /// <summary>The type of a value; <paramref name="nameHint"/> names an inline schema that needs a type of its own.</summary>
    public TypeRef Resolve(Schema schema, string nameHint, out bool isNullable)
    {
        var reduced = _reducer.Reduce(schema);
        isNullable = reduced.IsNullable;
        return Shape(reduced.Schema, nameHint);
    }

    public TypeRef Resolve(Schema schema, string nameHint) => Resolve(schema, nameHint, out _);

    /// <summary>The object schemas that were named since the last call, each to be built once.</summary>
    public IEnumerable<(Schema Schema, TypeRef Type)> TakePendingObjects(CancellationToken cancellationToken)
    {
        while (_pendingObjects.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return _pendingObjects.Dequeue();
        }
    }

    private TypeRef Shape(Schema schema, string nameHint)
    {
        if (_models.TryGetValue(schema, out var known))
        {
            return known;
        }

        if (schema.OneOf.Count > 0 && schema.Properties.Count == 0)
        {
            return ShapeUnion(schema, nameHint);
        }

        if (schema.EnumValues.Count > 0)
        {
            return ShapeEnum(schema, nameHint);
        }

        return schema.Types.Count > 1 ? ShapeTypes(schema, nameHint) : ShapeType(schema, nameHint);
    }

    /// <summary>Schemas of forms: only there "binary" is a file; in JSON it is a string.</summary>
    public HashSet<Schema> FormSchemas { get; } = [];

    private TypeRef ShapeType(Schema schema, string nameHint)
    {
        var type = schema.Types.Count == 1 ? schema.Types[0] : TypeOfParts(schema) ?? schema.ImpliedType;
        return type switch
        {
            "string" => ShapeString(schema),
            "integer" => schema.Format == "int32" ? TypeRef.Int32 : TypeRef.Int64,
            "number" => schema.Format == "decimal" ? TypeRef.Decimal : TypeRef.Double,
            "boolean" => TypeRef.Boolean,
            "array" => ShapeList(schema, nameHint),
            "object" => ShapeObject(schema, nameHint),
            _ => TypeRef.Any,
        };
    }

    private static string? TypeOfParts(Schema schema) =>
        schema.Properties.Count > 0 || schema.AdditionalProperties is not null ? "object"
        : schema.Items is not null ? "array"
        : null;

    private TypeRef ShapeString(Schema schema) => schema.Format switch
    {
        "date-time" => TypeRef.DateTimeOffset,
        "uuid" => TypeRef.Guid,
        "uri" => TypeRef.Uri,
        "byte" => TypeRef.Bytes,
        "binary" when FormSchemas.Contains(schema) => TypeRef.File,
        _ => TypeRef.String,
    };

    private TypeRef ShapeList(Schema schema, string nameHint)
    {
        if (schema.Items is null)
        {
            return TypeRef.ListOf(TypeRef.Any, false);
        }

        return ShapeCollection(schema, schema.Items, nameHint + "Item", TypeRef.ListOf);
    }

    private TypeRef ShapeObject(Schema schema, string nameHint)
    {
        if (schema.Properties.Count > 0)
        {
            return Declare(schema, TypeKind.Object, nameHint);
        }

        if (schema.AdditionalProperties is null)
        {
            return TypeRef.MapOf(TypeRef.Any, false);
        }

        return ShapeCollection(schema, schema.AdditionalProperties, nameHint + "Value", TypeRef.MapOf);
    }

    /// <summary>A list or map of itself would be a C# type without end: what it holds is any JSON then.</summary>
    private TypeRef ShapeCollection(Schema schema, Schema items, string nameHint, Func<TypeRef, bool, TypeRef> collection)
    {
        if (_collectionsInProgress.Count > MaxNesting || !_collectionsInProgress.Add(schema))
        {
            _problems.Add(ProblemRule.RecursiveCollection, schema.Span, "A list or map that holds itself has no C# type; what it holds is any JSON.");
            return TypeRef.Any;
        }

        var item = Resolve(items, nameHint, out var isNullable);
        _collectionsInProgress.Remove(schema);
        return collection(item, isNullable && item.Kind != TypeKind.Any);
    }

    private TypeRef ShapeTypes(Schema schema, string nameHint)
    {
        if (schema.Types.TrueForAll(static type => type is "integer" or "number"))
        {
            return TypeRef.Double;
        }

        var union = Schema.InPlaceOf(schema);
        foreach (var type in schema.Types)
        {
            var branch = new Schema(schema.Node) { Format = schema.Format, Items = schema.Items, AdditionalProperties = schema.AdditionalProperties };
            branch.Types.Add(type);
            if (type == "object")
            {
                branch.Properties.AddRange(schema.Properties);
                branch.Required.UnionWith(schema.Required);
            }

            union.OneOf.Add(branch);
        }

        var result = ShapeUnion(union, nameHint, schema);
        _models[schema] = result;
        return result;
    }

    private TypeRef ShapeEnum(Schema schema, string nameHint)
    {
        var kind = schema.EnumValues[0].Kind;
        if (!schema.EnumValues.TrueForAll(value => value.Kind == kind))
        {
            return TypeRef.Any;
        }

        switch (kind)
        {
            case NodeKind.Boolean:
                return TypeRef.Boolean;
            case NodeKind.Number:
                return ShapeNumbers(schema, nameHint);
            case NodeKind.String when schema.EnumValues.Count == 1 && schema.ComponentName is null:
                return TypeRef.String;
            case NodeKind.String:
                return DeclareEnum(schema, nameHint, schema.EnumValues.ConvertAll(static value => value.Text));
            default:
                return TypeRef.Any;
        }
    }

    private TypeRef ShapeNumbers(Schema schema, string nameHint)
    {
        if (!schema.EnumValues.TrueForAll(static value => value.Text.IndexOfAny(['.', 'e', 'E']) < 0))
        {
            return TypeRef.Double;
        }

        // A single number is a constant; what no long holds is no enum.
        var isEnum = (schema.EnumValues.Count > 1 || schema.ComponentName is not null)
            && schema.EnumValues.TrueForAll(static value => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        return isEnum ? DeclareEnum(schema, nameHint, schema.EnumValues.ConvertAll(static value => value.Text), TypeKind.NumberEnum) : TypeRef.Int64;
    }

    /// <summary><paramref name="source"/> is the schema of the document when <paramref name="schema"/> was made from its list of types.</summary>
    private TypeRef ShapeUnion(Schema schema, string nameHint, Schema? source = null)
    {
        // A list or map among the cases may contain the union again: then it must have a name already.
        if (!_unionsInProgress.Add(schema))
        {
            return Declare(schema, TypeKind.Union, nameHint);
        }

        var union = _unions.Classify(schema, nameHint);
        _unionsInProgress.Remove(schema);
        if (union.SingleType is { } single)
        {
            _models[schema] = single;
            return single;
        }

        if (union.EnumValues is { } values)
        {
            return DeclareEnum(schema, nameHint, values);
        }

        var type = _models.TryGetValue(schema, out var known) ? known : Declare(schema, TypeKind.Union, nameHint);
        Unions.Add((source ?? schema, union, type));
        return type;
    }

    private TypeRef Declare(Schema schema, TypeKind kind, string nameHint)
    {
        var type = TypeRef.Model(kind, _names.NameOf(schema, nameHint), _names.NamespaceOf(schema));
        _models[schema] = type;
        if (kind == TypeKind.Object)
        {
            _pendingObjects.Enqueue((schema, type));
        }

        return type;
    }

    private TypeRef DeclareEnum(Schema schema, string nameHint, IReadOnlyList<string> values, TypeKind kind = TypeKind.Enum)
    {
        if (_names.SharedEnum(schema, kind, values) is { } shared)
        {
            _models[schema] = shared;
            return shared;
        }

        var type = Declare(schema, kind, nameHint);
        _names.Share(schema, kind, values, type);
        Enums.Add(EnumBuilder.Build(schema, type, values));
        return type;
    }
}
