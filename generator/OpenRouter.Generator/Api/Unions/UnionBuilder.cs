using System.Collections.Generic;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Builds the struct of a classified union.</summary>
internal static class UnionBuilder
{
    /// <summary>Tags of events that end a stream, in the families of OpenAI and Anthropic; other documents mark theirs with <c>x-csharp-role</c>.</summary>
    private static readonly HashSet<string> CompletedTags = ["response.completed", "response.incomplete", "message_stop", "image_generation.completed"];

    private static readonly HashSet<string> FailedTags = ["response.failed", "error"];

    public static UnionModel Build(Schema schema, ClassifiedUnion union, TypeRef type, bool isStreamEvent)
    {
        var scope = new NameScope("Value", "Unknown", "Match", "Equals", "GetHashCode", "ToString", "ReadFrom", "WriteTo", "Role", "Error", "Case", type.Name);
        var cases = new List<UnionCaseModel>();
        foreach (var candidate in union.Cases)
        {
            if (candidate.Type.Kind == TypeKind.Any)
            {
                continue;
            }

            var tag = candidate.DiscriminatorValues.Count > 0 ? candidate.DiscriminatorValues[0] : TagOf(candidate.Schema);
            cases.Add(new UnionCaseModel(scope.Take(CaseName(candidate.Type)), candidate.Type, tag, StreamRoleOf(candidate.Schema, tag), candidate.Schema.IsLeading)
            {
                IsCallersTool = IsCallersTool(candidate.Schema, tag),
            });
        }

        var summary = schema.Description ?? "";
        return new UnionModel(
            type.Name,
            type.Namespace,
            new EquatableList<UnionCaseModel>(cases),
            WithoutAny(union),
            IsRead: true,
            IsWritten: true,
            isStreamEvent,
            EquatableList<string>.Empty,
            schema.IsDeprecated,
            new DocModel(summary, schema.Pointer));
    }

    private static string? TagOf(Schema schema) =>
        ObjectChoiceBuilder.SingleValueOf(schema, "type") ?? ObjectChoiceBuilder.SingleValueOf(schema, "role") ?? ObjectChoiceBuilder.SingleValueOf(schema, "id");

    private static StreamRole StreamRoleOf(Schema schema, string? tag) => schema.Role switch
    {
        "terminal" => StreamRole.Completed,
        "error" => StreamRole.Failed,
        _ when tag is null => StreamRole.Event,
        _ when CompletedTags.Contains(tag) => StreamRole.Completed,
        _ when FailedTags.Contains(tag) => StreamRole.Failed,
        _ => StreamRole.Event,
    };

    /// <summary>Functions and tools with a schema of their own are the caller's in all families; a document may say otherwise.</summary>
    private static bool IsCallersTool(Schema schema, string? tag) => schema.Role switch
    {
        "client-tool" => true,
        "server-tool" => false,
        _ => tag is "function" or "custom" || schema.Properties.Exists(static property => property.Name == "input_schema"),
    };

    private static string CaseName(TypeRef type) => type.Kind switch
    {
        TypeKind.List => CaseName(type.Item!) + "List",
        TypeKind.Map => CaseName(type.Item!) + "Map",
        TypeKind.Any => "Element",
        TypeKind.Bytes => "Bytes",
        TypeKind.String => "String",
        TypeKind.Boolean => "Boolean",
        TypeKind.Int32 => "Int32",
        TypeKind.Int64 => "Int64",
        TypeKind.Double => "Double",
        TypeKind.Decimal => "Decimal",
        _ => type.Name,
    };

    /// <summary>The "any" case is the unknown case: indexes of the cases behind it move up, its own becomes -1.</summary>
    private static UnionReading WithoutAny(ClassifiedUnion union)
    {
        var positions = new List<int>();
        var next = 0;
        foreach (var candidate in union.Cases)
        {
            positions.Add(candidate.Type.Kind == TypeKind.Any ? -1 : next++);
        }

        int Map(int index) => index < 0 ? -1 : positions[index];
        var reading = union.Reading!;
        return new UnionReading(
            Map(reading.StringCase),
            Map(reading.IntegerCase),
            Map(reading.NumberCase),
            Map(reading.BooleanCase),
            new EquatableList<ArrayChoice>(new List<ArrayChoice>(reading.Arrays).ConvertAll(choice => choice with { Case = Map(choice.Case) })),
            reading.Objects is null ? null : MapObjects(reading.Objects, Map));
    }

    private static ObjectChoice MapObjects(ObjectChoice choice, System.Func<int, int> map) =>
        new(
            choice.Tag,
            new EquatableList<TagChoice>(new List<TagChoice>(choice.Tags).ConvertAll(tag => tag with { Choice = MapObjects(tag.Choice, map) })),
            choice.Shapes is not { } shapes ? null : shapes with { Cases = new EquatableList<CaseShape>(new List<CaseShape>(shapes.Cases).ConvertAll(shape => shape with { Case = map(shape.Case) })) },
            map(choice.Fallback));
}
