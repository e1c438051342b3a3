using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit.Refit;

/// <summary>A parameter of a method with its attributes.</summary>
internal sealed record RefitParameter(string Name, string Declaration, TypeRef Type, string Doc);

/// <summary>Lists the parameters of a method: required ones, the body, then optional ones.</summary>
internal static class RefitParameters
{
    public static IReadOnlyList<RefitParameter> Of(OperationModel operation)
    {
        var scope = new NameScope("request", "cancellationToken");
        var parameters = operation.Arguments.Select(argument => Of(argument, scope.Take(argument.ArgumentName), "", "")).ToList();
        if (operation.Body is { } body)
        {
            // Files travel as streams: the body types of our transport mean nothing to Refit.
            var type = body.Kind == BodyKind.Binary ? "global::System.IO.Stream" : body.Type.Name;
            var named = body.Kind == BodyKind.Binary ? TypeRef.String : body.Type;
            parameters.Add(new RefitParameter("request", $"[global::Refit.Body] {type}{(body.IsRequired ? "" : "?")} request{(body.IsRequired ? "" : " = null")}", named, body.Doc));
        }

        if (operation.Options is { } options)
        {
            parameters.AddRange(options.Parameters.Where(RefitLimits.CanSay).Select(parameter => Of(parameter, scope.Take(parameter.ArgumentName), "?", " = null")));
        }

        return parameters;
    }

    private static RefitParameter Of(ParameterModel parameter, string name, string nullable, string defaultValue) =>
        new(name, $"{Attributes(parameter, name)}{parameter.Type.Name}{nullable} {name}{defaultValue}", parameter.Type, parameter.Doc.Summary);

    private static string Attributes(ParameterModel parameter, string name)
    {
        if (parameter.Location == "header")
        {
            return $"[global::Refit.Header({Literal.Text(parameter.WireName)})] ";
        }

        var alias = name.TrimStart('@') == parameter.WireName ? "" : $"[global::Refit.AliasAs({Literal.Text(parameter.WireName)})] ";
        return parameter.Location == "path" ? alias : Query(parameter) + alias;
    }

    private static string Query(ParameterModel parameter) => parameter.Type.Kind switch
    {
        TypeKind.List => $"[global::Refit.Query(global::Refit.CollectionFormat.{(parameter.Explode ? "Multi" : "Csv")})] ",
        TypeKind.DateTimeOffset => "[global::Refit.Query(Format = \"O\")] ",
        _ => "[global::Refit.Query] ",
    };
}
