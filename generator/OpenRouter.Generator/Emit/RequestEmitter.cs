using System;
using System.Collections.Generic;
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

        var method = KnownMethods.TryGetValue(operation.HttpMethod, out var known) ? known : $"new HttpMethod({Literal.Text(operation.HttpMethod)})";
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
            code.Line($"Body = {JsonCode.Body(body.Type, "request")},");
        }
    }

    private static string Path(OperationModel operation)
    {
        var parameters = operation.Arguments.Where(static argument => argument.Location == "path").ToList();
        if (parameters.Count == 0)
        {
            return Literal.Text(operation.Path.TrimStart('/'));
        }

        var text = Literal.Text(operation.Path.TrimStart('/')).Replace("{", "{{").Replace("}", "}}");
        foreach (var parameter in parameters)
        {
            text = text.Replace("{{" + parameter.WireName + "}}", "{ApiRequest.EscapePath(" + AsText(parameter.Type, parameter.ArgumentName) + ")}");
        }

        return "$" + text;
    }

    /// <summary>The text of a value that is not null, for paths, headers and scalars of other kinds than the transport takes.</summary>
    private static string AsText(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => value + ".Value",
        TypeKind.Uri => value + ".OriginalString",
        TypeKind.Boolean => $"({value} ? \"true\" : \"false\")",
        TypeKind.Guid => value + ".ToString()",
        TypeKind.Bytes => $"Convert.ToBase64String({value})",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal => $"{value}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        TypeKind.DateTimeOffset => $"{value}.ToString(\"O\", global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => $"(ParameterJson.Joined({Element(type, value)}) ?? \"\")",
    };

    private static string Element(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.Any => value,
        TypeKind.Object or TypeKind.Union => $"JsonModel.ToElement({value})",
        _ => $"JsonModel.ToElement({JsonCode.Body(type, value)})",
    };

    private static bool IsScalar(TypeRef type) => type.Kind is not (TypeKind.Any or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.File);

    private static string Add(ParameterModel parameter, string value)
    {
        var name = Literal.Text(parameter.WireName);
        if (parameter.Location == "query" && !IsScalar(parameter.Type) && parameter.Style != ParameterStyle.Joined)
        {
            if (parameter.Type is { Kind: TypeKind.List, Item.Kind: TypeKind.String, IsItemNullable: false })
            {
                return $"message.Query({name}, {value});";
            }

            var method = parameter.Style == ParameterStyle.DeepObject ? "DeepQuery" : "Query";
            return $"ParameterJson.{method}(message, {name}, {OrNull(parameter, value, static (type, held) => Element(type, held))});";
        }

        var isDirect = parameter.Location == "query"
            && parameter.Type.Kind is TypeKind.String or TypeKind.Int64 or TypeKind.Double or TypeKind.Boolean or TypeKind.Decimal or TypeKind.DateTimeOffset;
        return $"message.{(parameter.Location == "header" ? "Header" : "Query")}({name}, {(isDirect || parameter.Type.Kind == TypeKind.String ? value : OrNull(parameter, value, AsText))});";
    }

    private static string OrNull(ParameterModel parameter, string value, Func<TypeRef, string, string> text)
    {
        if (parameter.IsRequired)
        {
            return text(parameter.Type, value);
        }

        var local = "given" + parameter.PropertyName;
        return $"{value} is {{ }} {local} ? {text(parameter.Type, local)} : null";
    }
}
