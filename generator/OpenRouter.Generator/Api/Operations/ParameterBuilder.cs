using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Names and types the parameters of an operation; a placeholder of the path that nobody declared is a string.</summary>
internal static class ParameterBuilder
{
    /// <summary>Names that emitted methods and builders use beside the parameters.</summary>
    private static readonly string[] Reserved = ["request", "parameters", "cancellationToken", "message", "api"];

    public static List<ParameterModel> Build(TypeResolver types, Operation operation, IEnumerable<Parameter> declared, string operationName)
    {
        var scope = new NameScope([.. Reserved, .. ReservedNames.ObjectMembers, operationName + "Parameters", "ForPage"]);
        var all = declared.Concat(Undeclared(operation));
        return all.Select(parameter => Build(types, parameter, operationName, scope)).ToList();
    }

    /// <summary>The placeholders of a path template, without braces.</summary>
    public static IEnumerable<string> Placeholders(string path)
    {
        for (var open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            if (close > open + 1 && path[open + 1] != '{')
            {
                yield return path.Substring(open + 1, close - open - 1);
            }
        }
    }

    private static IEnumerable<Parameter> Undeclared(Operation operation)
    {
        foreach (var name in Placeholders(operation.Path).Where(name => !operation.Parameters.Any(known => known.Location == "path" && known.Name == name)))
        {
            var schema = new Schema(operation.Node);
            schema.Types.Add("string");
            yield return new Parameter(operation.Node, name, "path", true, false, null, schema, null);
        }
    }

    private static bool IsJson(Parameter parameter) => parameter.ContentType is { } type && (type.IndexOf("json", System.StringComparison.OrdinalIgnoreCase) >= 0 || type == "*/*");

    /// <summary>Texts that say true or false, with or without the real booleans beside them, are a boolean: on the wire both look the same.</summary>
    private static bool IsBoolean(Parameter parameter, Schema shape, SchemaReducer reducer)
    {
        if (parameter.Node.String("x-openrouter-type") == "boolean" || parameter.Schema.Node.String("x-openrouter-type") == "boolean")
        {
            return true;
        }

        return shape.OneOf.Count > 0 && shape.Properties.Count == 0
            ? shape.OneOf.TrueForAll(branch => reducer.Reduce(branch).Schema is var inner && ((inner.Types.Count == 1 && inner.Types[0] == "boolean") || SaysTrueOrFalse(inner)))
            : SaysTrueOrFalse(shape);
    }

    private static bool SaysTrueOrFalse(Schema shape) =>
        shape.EnumValues.Count == 2 && shape.EnumValues.TrueForAll(static value => value.Kind == Text.NodeKind.String && value.Text is "true" or "false");

    private static ParameterModel Build(TypeResolver types, Parameter parameter, string operationName, NameScope scope)
    {
        var shape = types.Reducer.Reduce(parameter.Schema).Schema;
        var type = IsBoolean(parameter, shape, types.Reducer) ? TypeRef.Boolean : types.Resolve(parameter.Schema, operationName + CSharpName.Pascal(parameter.Name));
        var name = scope.Take(CSharpName.Pascal(parameter.CSharpName ?? parameter.Name));
        var doc = PropertyDocs.Of(parameter.Schema, shape, null);
        var style = ParameterStyles.Of(parameter.Style, parameter.Location);
        return new ParameterModel(
            parameter.Name,
            parameter.Location,
            style,
            parameter.Explode ?? style is ParameterStyle.Form or ParameterStyle.DeepObject,
            parameter.AllowsReserved && parameter.Location == "query",
            IsJson(parameter),
            CSharpName.Camel(name),
            name,
            type,
            parameter.IsRequired,
            Ranges.Of(parameter.Schema.Range ?? shape.Range, type),
            parameter.Schema.Role == "model-id" ? MemberRole.ModelId : MemberRole.None,
            parameter.IsDeprecated,
            doc with { Summary = parameter.Description ?? doc.Summary });
    }
}
