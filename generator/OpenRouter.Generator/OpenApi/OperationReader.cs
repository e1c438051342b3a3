using System.Collections.Generic;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads the operations of a path item.</summary>
internal sealed class OperationReader
{
    private readonly Node _root;
    private readonly ReferenceResolver _references;
    private readonly SchemaReader _schemas;
    private readonly ProblemList _problems;

    public OperationReader(Node root, ReferenceResolver references, SchemaReader schemas, ProblemList problems)
    {
        _root = root;
        _references = references;
        _schemas = schemas;
        _problems = problems;
    }

    public Operation Read(string method, string path, Node pathItem, Node node) =>
        ReadPlain(method, path, pathItem, node) with { Callbacks = WebhookReader.CallbacksOf(node, this) };

    /// <summary>A request that the service sends; what it answers is the receiver's own affair, and where it goes too.</summary>
    public Operation ReadReceived(string method, string name, Node pathItem, Node node) =>
        ReadPlain(method, name, pathItem, node) with { Responses = [], Parameters = [] };

    private Operation ReadPlain(string method, string path, Node pathItem, Node node)
    {
        var body = Follow(node["requestBody"]);
        _ = ChosenName.Read(node, "x-csharp-name", _problems) ?? ChosenName.Read(node, "x-csharp-stream-name", _problems);
        return new Operation(
            node,
            method,
            path,
            node.String("operationId"),
            node["tags"] is { IsArray: true, Items.Count: > 0 } tags ? tags.Items[0].Text : null,
            node.String("summary") ?? node.String("description"),
            node["deprecated"] is { IsTrue: true },
            node["security"] is { IsArray: true, Items.Count: 0 },
            ServerReader.UrlOf(node, _problems) ?? ServerReader.UrlOf(pathItem, _problems),
            ReadParameters(pathItem, node),
            ReadContent(body),
            body?["required"] is not { Kind: NodeKind.Boolean, IsTrue: false },
            ReadResponses(node))
        {
            IsLookup = node["x-openrouter-lookup"] is { IsTrue: true },
            SecuritySchemes = [.. SecurityScheme.NamesOf(node, _root)],
        };
    }

    private List<Parameter> ReadParameters(Node pathItem, Node operation)
    {
        var parameters = new List<Parameter>();
        foreach (var owner in new[] { pathItem, operation })
        {
            foreach (var item in owner["parameters"]?.Items ?? [])
            {
                if (ReadParameter(item) is { } parameter)
                {
                    parameters.RemoveAll(known => known.Name == parameter.Name && known.Location == parameter.Location);
                    parameters.Add(parameter);
                }
            }
        }

        return parameters;
    }

    private Parameter? ReadParameter(Node item)
    {
        var node = Follow(item);
        if (node is null || node.String("name") is not { } name || node.String("in") is not { } location)
        {
            _problems.Add(ProblemRule.InvalidValue, item.Span, "A parameter needs 'name' and 'in'; it is left out.");
            return null;
        }

        var content = Content(node);
        var schema = node["schema"] ?? Follow(content?.Value)?["schema"];
        return new Parameter(
            node,
            name,
            location,
            location == "path" || node["required"] is { IsTrue: true },
            node["deprecated"] is { IsTrue: true },
            node.String("description"),
            schema is null ? new Schema(node) : _schemas.Read(schema),
            ChosenName.Read(node, "x-csharp-name", _problems),
            node.String("style"),
            node["explode"] is { Kind: NodeKind.Boolean } explode ? explode.IsTrue : null,
            node["allowReserved"] is { IsTrue: true },
            node["schema"] is null ? content?.Name : null);
    }

    private static NodeMember? Content(Node node) =>
        node["content"] is { IsObject: true, Members.Count: > 0 } content ? content.Members[0] : null;

    private List<MediaType> ReadContent(Node? owner)
    {
        var content = new List<MediaType>();
        foreach (var member in owner?["content"]?.Members ?? [])
        {
            var semicolon = member.Name.IndexOf(';');
            var name = (semicolon < 0 ? member.Name : member.Name.Substring(0, semicolon)).Trim().ToLowerInvariant();
            var media = Follow(member.Value);
            var schema = media?["schema"] ?? media?["itemSchema"];
            content.Add(new MediaType(name, schema is null ? null : _schemas.Read(schema), ReadEncodings(media), member.NameSpan));
        }

        return content;
    }

    private List<FieldEncoding> ReadEncodings(Node? mediaType)
    {
        var encodings = new List<FieldEncoding>();
        foreach (var field in mediaType?["encoding"]?.Members ?? [])
        {
            encodings.Add(new FieldEncoding(
                field.Name,
                field.Value.String("contentType"),
                field.Value.String("style"),
                field.Value["explode"] is { Kind: NodeKind.Boolean } explode ? explode.IsTrue : null));
            if (field.Value["headers"] is { } headers)
            {
                _problems.Add(ProblemRule.NotUsed, headers.Span, $"The headers of the field '{field.Name}' are not sent.");
            }
        }

        return encodings;
    }

    private static bool IsSuccess(string status) => status.Length == 3 && status[0] == '2';

    private List<Response> ReadResponses(Node operation)
    {
        var responses = new List<Response>();
        var members = operation["responses"]?.Members ?? [];
        var namesSuccess = members.Exists(static member => IsSuccess(member.Name));
        foreach (var member in members)
        {
            // Where no success is named, "default" is what the operation answers.
            var isSuccess = IsSuccess(member.Name) || (!namesSuccess && member.Name == "default");
            responses.Add(new Response(member.Name, isSuccess, ReadContent(Follow(member.Value))));
        }

        return responses;
    }

    /// <summary>The object behind references; null, and a problem, when one of them dangles.</summary>
    public Node? Follow(Node? node)
    {
        for (var hops = 0; node?["$ref"] is { } reference; hops++)
        {
            if (hops > 16)
            {
                _problems.Add(ProblemRule.CircularReference, reference.Span, $"The reference '{reference.Text}' leads back to itself.");
                return null;
            }

            node = _references.Resolve(reference)?.Node;
        }

        return node;
    }
}
