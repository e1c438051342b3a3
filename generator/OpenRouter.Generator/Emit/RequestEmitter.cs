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

        if (operation.Body is { IsRequired: true, Type.IsValueType: false })
        {
            code.Line("ArgumentNullException.ThrowIfNull(request);");
        }

        var method = KnownMethods.TryGetValue(operation.HttpMethod, out var known) ? known : $"new HttpMethod({Literal.Text(operation.HttpMethod)})";
        using (code.Initializer($"var message = new ApiRequest({method}, {Path(operation)})"))
        {
            code.Line($"Operation = {Literal.Text(operation.Id)},");
            if (operation.Body is { } body)
            {
                BodyEmitter.Emit(code, body, GroupEmitter.Streams(operation));
            }

            if (operation.IsAnonymous)
            {
                code.Line("Anonymous = true,");
            }

            if (operation.IsLookup)
            {
                code.Line("IsLookup = true,");
            }

            if (operation.Creates)
            {
                code.Line("Creates = true,");
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
            text = text.Replace("{{" + parameter.WireName + "}}", "{" + PathPart(parameter) + "}");
        }

        return "$" + text;
    }

    /// <summary>The text of a value that is not null, for paths, headers and scalars of other kinds than the transport takes.</summary>
    private static string AsText(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => value + ".Value",
        TypeKind.NumberEnum => value + ".ToString()",
        TypeKind.Uri => value + ".OriginalString",
        TypeKind.Boolean => $"({value} ? \"true\" : \"false\")",
        TypeKind.Guid => value + ".ToString()",
        TypeKind.Bytes => $"Convert.ToBase64String({value})",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal => $"{value}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        TypeKind.DateTimeOffset => $"{value}.ToString(\"O\", global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => throw new System.NotSupportedException($"The kind {type.Kind} has no text."),
    };

    private static string Element(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.Any => value,
        TypeKind.Object or TypeKind.Union => $"JsonModel.ToElement({value})",
        _ => $"JsonModel.ToElement({JsonCode.Body(type, value)})",
    };

    private static bool IsScalar(TypeRef type) => type.Kind is not (TypeKind.Any or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.File);

    private static string PathPart(ParameterModel parameter) => IsText(parameter)
        ? $"ApiRequest.EscapePath({AsText(parameter.Type, parameter.ArgumentName)})"
        : parameter.IsJson ? $"ApiRequest.EscapePath({Element(parameter.Type, parameter.ArgumentName)}.GetRawText())"
        : $"ParameterJson.Path({Literal.Text(parameter.WireName)}, {Element(parameter.Type, parameter.ArgumentName)}, ParameterStyle.{parameter.Style}, explode: {Literal.Bool(parameter.Explode)})";

    /// <summary>Whether a parameter is one text, so that no style makes a difference.</summary>
    private static bool IsText(ParameterModel parameter) =>
        IsScalar(parameter.Type) && !parameter.IsJson && !parameter.AllowsReserved && parameter.Style is not (ParameterStyle.Label or ParameterStyle.Matrix);

    private static string Add(ParameterModel parameter, string value)
    {
        var name = Literal.Text(parameter.WireName);
        var method = parameter.Location switch
        {
            "header" => "Header",
            "cookie" => "Cookie",
            _ => "Query",
        };
        if (parameter.IsJson)
        {
            return $"message.{method}({name}, {OrNull(parameter, value, static (type, held) => Element(type, held) + ".GetRawText()")});";
        }

        if (IsText(parameter))
        {
            var isDirect = parameter.Type.Kind == TypeKind.String
                || (method == "Query" && parameter.Type.Kind is TypeKind.Int64 or TypeKind.Double or TypeKind.Boolean or TypeKind.Decimal or TypeKind.DateTimeOffset);
            return $"message.{method}({name}, {(isDirect ? value : OrNull(parameter, value, AsText))});";
        }

        if (parameter is { Location: "query", Style: ParameterStyle.Form, Explode: true, AllowsReserved: false, Type: { Kind: TypeKind.List, Item.Kind: TypeKind.String, IsItemNullable: false } })
        {
            return $"message.Query({name}, {value});";
        }

        var element = OrNull(parameter, value, Element);
        var explode = Literal.Bool(parameter.Explode);
        return parameter.Location switch
        {
            "header" => $"message.Header({name}, ParameterJson.Header({element}, explode: {explode}));",
            "cookie" => $"ParameterJson.Cookie(message, {name}, {element}, explode: {explode});",
            _ => $"ParameterJson.Query(message, {name}, {element}, ParameterStyle.{parameter.Style}, explode: {explode}{(parameter.AllowsReserved ? ", allowReserved: true" : "")});",
        };
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
