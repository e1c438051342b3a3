using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>
/// Decides the bodies of an operation, one for each method. The first is the plain method: JSON if there is any, else what
/// stands first. The names of the others say where the body comes from: FromForm, FromUrlEncodedForm, FromText, FromFile.
/// </summary>
internal sealed class BodyBuilder
{
    private readonly TypeResolver _types;
    private readonly ProblemList _problems;

    public BodyBuilder(TypeResolver types, ProblemList problems)
    {
        _types = types;
        _problems = problems;
    }

    public IReadOnlyList<(string Suffix, BodyModel Body)> Build(Operation operation, string name, bool canStream)
    {
        var bodies = new List<(string Suffix, BodyModel Body)>();
        foreach (var content in operation.RequestBodies.OrderBy(static content => content.IsJson ? 0 : 1))
        {
            var body = BodyOf(operation, content, name, canStream);
            var suffix = SuffixOf(content, body.Kind, bodies);
            if (bodies.Exists(known => IsSame(known.Body, body)) || (bodies.Count > 0 && IsUnreadable(content, body)))
            {
                var first = bodies.Find(known => IsSame(known.Body, body)).Body ?? bodies[0].Body;
                if (first.Kind != BodyKind.Binary)
                {
                    _problems.Add(ProblemRule.NotUsed, content.Span, $"The body can also be sent as '{content.Name}'; {name} sends {Words(first)}.");
                }

                continue;
            }

            if (IsUnreadable(content, body))
            {
                _problems.Add(ProblemRule.UnsupportedMediaType, content.Span, $"The shape that is described for '{content.Name}' is not written; the body is sent as it is given.");
            }

            bodies.Add((suffix, body));
        }

        return bodies;
    }

    private static string Words(BodyModel body) => body.Kind switch
    {
        BodyKind.Json => body.ContentType ?? "application/json",
        BodyKind.Multipart => "multipart/form-data",
        BodyKind.UrlEncoded => "application/x-www-form-urlencoded",
        _ => body.ContentType ?? "bytes",
    };

    private static bool IsSame(BodyModel left, BodyModel right) => left.Kind == right.Kind && left.Type == right.Type && left.Kind is not BodyKind.Text;

    /// <summary>XML and the like have a shape that this client cannot write; beside JSON or a form they add nothing.</summary>
    private bool IsUnreadable(MediaType content, BodyModel body) =>
        body.Kind is BodyKind.Binary or BodyKind.Text && content.Schema is { } schema && _types.Reducer.Reduce(schema).Schema is { } shape
        && (shape.Properties.Count > 0 || shape.OneOf.Count > 0 || shape.Items is not null);

    private static string SuffixOf(MediaType content, BodyKind kind, List<(string Suffix, BodyModel Body)> known)
    {
        var suffix = kind switch
        {
            BodyKind.Json => "From" + CSharpName.Pascal(content.Name.Substring(content.Name.IndexOf('/') + 1)),
            BodyKind.Multipart => "FromForm",
            BodyKind.UrlEncoded => known.Exists(static body => body.Body.Kind == BodyKind.Multipart) ? "FromUrlEncodedForm" : "FromForm",
            BodyKind.Text => "FromText",
            _ => "FromFile",
        };
        return kind == BodyKind.Text && known.Exists(body => body.Suffix == suffix)
            ? "From" + CSharpName.Pascal(content.Name.Substring(content.Name.IndexOf('/') + 1))
            : suffix;
    }

    private BodyModel BodyOf(Operation operation, MediaType content, string name, bool canStream)
    {
        var (kind, type) = KindOf(content, name);
        var contentType = kind switch
        {
            BodyKind.Json => content.Name is "application/json" or "text/json" || content.IsRange ? null : content.Name,
            BodyKind.Text => content.IsRange || content.Name == "text/plain" ? null : content.Name,
            BodyKind.Binary => content.IsRange || content.Name == "application/octet-stream" ? null : content.Name,
            _ => null,
        };
        var fields = kind is BodyKind.Multipart or BodyKind.UrlEncoded ? FieldsOf(content, kind) : [];
        var flag = canStream && kind is BodyKind.Json or BodyKind.Multipart ? StreamFlag(operation, content.Schema) : null;
        return new BodyModel(type, kind, flag, contentType, operation.IsBodyRequired || flag is not null, new EquatableList<FieldModel>(fields), DocOf(kind, content));
    }

    private (BodyKind Kind, TypeRef Type) KindOf(MediaType content, string name)
    {
        if (content.IsMultipart)
        {
            var type = content.Schema is null ? TypeRef.Any : _types.Resolve(content.Schema, name + "Form");
            return (BodyKind.Multipart, type.Kind == TypeKind.Object ? type : TypeRef.MultipartBody);
        }

        if (content.IsUrlEncoded)
        {
            var type = content.Schema is null ? TypeRef.MapOf(TypeRef.String, false) : _types.Resolve(content.Schema, name + "Form");
            return type.Kind is TypeKind.Object or TypeKind.Union or TypeKind.Map or TypeKind.Any ? (BodyKind.UrlEncoded, type) : (BodyKind.Text, TypeRef.String);
        }

        var shape = content.Schema is null ? null : _types.Reducer.Reduce(content.Schema).Schema;
        var isString = shape is { Types.Count: 1, Format: not "binary" } && shape.Types[0] == "string";
        if (content.IsJson || (content.IsAnything && shape is not null && shape.Format != "binary" && !isString))
        {
            return (BodyKind.Json, content.Schema is null ? TypeRef.Any : _types.Resolve(content.Schema, name + "Request"));
        }

        return content.IsText && shape is not { Format: "binary" } || isString ? (BodyKind.Text, TypeRef.String) : (BodyKind.Binary, TypeRef.BinaryBody);
    }

    private List<FieldModel> FieldsOf(MediaType content, BodyKind kind)
    {
        var fields = new List<FieldModel>();
        foreach (var encoding in content.Encodings)
        {
            // A list or range of types is what the service takes, not what it gets.
            var type = encoding.ContentType is { } named && named.IndexOfAny(['*', ',']) < 0 ? named : null;
            var isJson = type is not null && new MediaType(type.ToLowerInvariant(), null, [], content.Span).IsJson;
            if (kind == BodyKind.Multipart && type is not null)
            {
                fields.Add(new FieldModel(encoding.Field, type, ParameterStyle.Form, true));
            }
            else if (kind == BodyKind.UrlEncoded && (isJson || encoding.Style is not null || encoding.Explode is not null))
            {
                var style = ParameterStyles.Of(encoding.Style, "query");
                var plain = encoding.Style is null && isJson;
                fields.Add(new FieldModel(encoding.Field, plain ? type : null, style, encoding.Explode ?? style is ParameterStyle.Form or ParameterStyle.DeepObject));
            }
        }

        return fields;
    }

    private static string DocOf(BodyKind kind, MediaType content) => kind switch
    {
        BodyKind.Text => $"The text that is sent, as {content.Name}.",
        BodyKind.Binary => $"The bytes that are sent, as {content.Name} unless they say otherwise.",
        _ => "What is sent.",
    };

    private string? StreamFlag(Operation operation, Schema? body)
    {
        var name = operation.Node.String("x-speakeasy-stream-request-field") ?? "stream";
        var flag = body is null ? null : _types.Reducer.Reduce(body).Schema.Properties.Find(property => property.Name == name);
        var types = flag is null ? [] : _types.Reducer.Reduce(flag.Schema).Schema.Types;
        return types.Count == 1 && types[0] == "boolean" ? name : null;
    }
}
