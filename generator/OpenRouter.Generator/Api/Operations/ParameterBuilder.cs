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
        var scope = new NameScope([.. Reserved, .. ReservedNames.ObjectMembers, operationName + "Parameters"]);
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

    private static ParameterStyle StyleOf(Parameter parameter)
    {
        if (parameter.Location != "query" || parameter.Node["explode"] is { Kind: Text.NodeKind.Boolean, IsTrue: false })
        {
            return ParameterStyle.Joined;
        }

        return parameter.Node.String("style") == "deepObject" ? ParameterStyle.DeepObject : ParameterStyle.Form;
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

    private static ParameterModel Build(TypeResolver types, Parameter parameter, string operationName, NameScope scope)
    {
        var type = types.Resolve(parameter.Schema, operationName + CSharpName.Pascal(parameter.Name));
        var shape = types.Reducer.Reduce(parameter.Schema).Schema;
        var name = scope.Take(CSharpName.Pascal(parameter.CSharpName ?? parameter.Name));
        var doc = PropertyDocs.Of(parameter.Schema, shape, null);
        return new ParameterModel(
            parameter.Name,
            parameter.Location,
            StyleOf(parameter),
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
