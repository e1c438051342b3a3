using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how a method turns its arguments into a request of the transport.</summary>
internal static class RequestEmitter
{
    private static readonly Dictionary<string, string> KnownMethods = new()
    {
        ["GET"] = "HttpMethod.Get",
        ["POST"] = "HttpMethod.Post",
        ["PUT"] = "HttpMethod.Put",
        ["PATCH"] = "HttpMethod.Patch",
        ["DELETE"] = "HttpMethod.Delete",
        ["HEAD"] = "HttpMethod.Head",
        ["OPTIONS"] = "HttpMethod.Options",
        ["TRACE"] = "HttpMethod.Trace",
    };

    public static void Emit(CodeWriter code, OperationModel operation)
    {
        foreach (var argument in operation.Arguments.Where(static argument => !argument.Type.IsValueType))
        {
            code.Line($"ArgumentNullException.ThrowIfNull({argument.ArgumentName});");
        }

        if (operation.Body is { Type.IsValueType: false })
        {
            code.Line("ArgumentNullException.ThrowIfNull(request);");
        }

        var method = KnownMethods[operation.HttpMethod];
        using (code.Initializer($"var message = new ApiRequest({method}, {Path(operation)})"))
        {
            code.Line($"Operation = {Literal.Text(operation.Id)},");
            EmitBody(code, operation);
            if (operation.IsAnonymous)
            {
                code.Line("Anonymous = true,");
            }

            if (operation.ServerUrl is { } server)
            {
                code.Line($"BaseAddress = new Uri({Literal.Text(server)}),");
            }
        }

        foreach (var argument in operation.Arguments.Where(static argument => argument.Location != "path"))
        {
            code.Line(Add(argument, argument.ArgumentName));
        }

        if (operation.Options is { } options)
        {
            using (code.Block("if (parameters is not null)"))
            {
                foreach (var parameter in options.Parameters)
                {
                    code.Line(Add(parameter, "parameters." + parameter.PropertyName));
                }
            }

            code.Line();
        }
    }

    private static void EmitBody(CodeWriter code, OperationModel operation)
    {
        if (operation.Body is not { } body)
        {
            return;
        }

        if (body.Kind == BodyKind.Multipart)
        {
            code.Line("Multipart = request.ToMultipart(),");
        }
        else if (body.StreamFlag is not null && body.Type.Kind == TypeKind.Object)
        {
            code.Line($"Body = request.ForStreaming({Literal.Bool(GroupEmitter.Streams(operation))}),");
        }
        else if (body.Type.Kind is TypeKind.Object or TypeKind.Union)
        {
            code.Line("Body = request,");
        }
        else
        {
            code.Line("Body = new JsonBody(writer =>");
            code.Line("{");
            using (code.Indented())
            {
                JsonCode.Write(code, body.Type, "request");
            }

            code.Line("}),");
        }
    }

    private static string Path(OperationModel operation)
    {
        var parameters = operation.Arguments.Where(static argument => argument.Location == "path").ToList();
        if (parameters.Count == 0)
        {
            return Literal.Text(operation.Path.TrimStart('/'));
        }

        var text = Literal.Text(operation.Path.TrimStart('/'));
        foreach (var parameter in parameters)
        {
            text = text.Replace("{" + parameter.WireName + "}", "{ApiRequest.EscapePath(" + AsText(parameter.Type, parameter.ArgumentName) + ")}");
        }

        return "$" + text;
    }

    private static string AsText(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => value + ".Value",
        TypeKind.Uri => value + ".OriginalString",
        TypeKind.Boolean => $"({value} ? \"true\" : \"false\")",
        TypeKind.Union => $"JsonModel.ToElement({value}).ToString()",
        TypeKind.Guid => value + ".ToString()",
        TypeKind.Any => value + ".ToString()",
        _ => $"{value}.ToString(null, global::System.Globalization.CultureInfo.InvariantCulture)",
    };

    private static string Add(ParameterModel parameter, string value)
    {
        var method = parameter.Location == "header" ? "Header" : "Query";
        return $"message.{method}({Literal.Text(parameter.WireName)}, {Value(parameter, value)});";
    }

    private static string Value(ParameterModel parameter, string value)
    {
        var isDirect = parameter.Location == "query"
            && parameter.Type.Kind is TypeKind.String or TypeKind.Int64 or TypeKind.Double or TypeKind.Boolean or TypeKind.Decimal or TypeKind.DateTimeOffset;
        var optional = parameter.IsRequired ? "" : "?";
        return parameter.Type.Kind switch
        {
            _ when isDirect => value,
            TypeKind.String => value,
            TypeKind.Int32 => parameter.Location == "query" ? $"(long{optional}){value}" : Optional(parameter, value),
            TypeKind.Enum => $"{value}{optional}.Value",
            TypeKind.Uri => $"{value}{optional}.OriginalString",
            TypeKind.List => Items(parameter, value, optional),
            _ => Optional(parameter, value),
        };
    }

    private static string Items(ParameterModel parameter, string value, string optional) =>
        parameter.Type.Item!.Kind == TypeKind.String
            ? value
            : $"{value}{optional}.Select(static item => {AsText(parameter.Type.Item, "item")})";

    private static string Optional(ParameterModel parameter, string value)
    {
        if (parameter.IsRequired)
        {
            return AsText(parameter.Type, value);
        }

        var local = "given" + parameter.PropertyName;
        return string.Format(CultureInfo.InvariantCulture, "{0} is {{ }} {1} ? {2} : null", value, local, AsText(parameter.Type, local));
    }
}
