using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how the argument "request" becomes the body of a message.</summary>
internal static class BodyEmitter
{
    public static void Emit(CodeWriter code, BodyModel body, bool streams)
    {
        if (body.ContentType is { } contentType)
        {
            code.Line($"ContentType = {Literal.Text(contentType)},");
        }

        var call = body.IsRequired ? "request." : "request?.";
        switch (body.Kind)
        {
            case BodyKind.Multipart:
                var flag = body.StreamFlag is { } name ? $".SetText({Literal.Text(name)}, {Literal.Text(streams ? "true" : "false")})" : "";
                code.Line($"Multipart = {(body.Type.Kind == TypeKind.Object ? call + "ToMultipart()" : "request")}{flag}{Fields(body)},");
                break;
            case BodyKind.UrlEncoded:
                var form = $"new UrlEncodedBody({Json(body.Type)}){Fields(body)}";
                code.Line($"UrlEncoded = {(body.IsRequired ? form : $"request is null ? null : {form}")},");
                break;
            case BodyKind.Text:
                code.Line("Text = request,");
                break;
            case BodyKind.Binary:
                code.Line("Binary = request,");
                break;
            case BodyKind.Json when body.StreamFlag is not null && body.Type.Kind == TypeKind.Object:
                code.Line($"Body = request.ForStreaming({Literal.Bool(streams)}),");
                break;
            default:
                EmitJson(code, body);
                break;
        }
    }

    private static void EmitJson(CodeWriter code, BodyModel body)
    {
        if (body.Type.Kind is TypeKind.Object or TypeKind.Union)
        {
            code.Line("Body = request,");
            return;
        }

        var value = body.IsRequired ? "request" : "given";
        code.Line($"Body = {(body.IsRequired ? "" : "request is not { } given ? null : ")}{JsonCode.Body(body.Type, value)},");
    }

    private static string Json(TypeRef type) => type.Kind is TypeKind.Object or TypeKind.Union ? "request" : JsonCode.Body(type, "request");

    private static string Fields(BodyModel body)
    {
        var text = "";
        foreach (var field in body.Fields)
        {
            var name = Literal.Text(field.WireName);
            text += body.Kind == BodyKind.Multipart ? $".WithContentType({name}, {Literal.Text(field.ContentType!)})"
                : field.ContentType is not null ? $".JsonField({name})"
                : $".Field({name}, ParameterStyle.{field.Style}, explode: {Literal.Bool(field.Explode)})";
        }

        return text;
    }
}
