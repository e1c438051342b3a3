using System;
using System.Collections.Generic;
using System.Threading;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads the root object of an OpenAPI 3.x document.</summary>
internal static class DocumentReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <returns>The document, or null when the tree is no OpenAPI 3 document.</returns>
    public static OpenApiDocument? Read(Node root, SchemaFiles files, ProblemList problems, CancellationToken cancellationToken)
    {
        var version = root.String("openapi");
        if (version is null || !version.StartsWith("3.", StringComparison.Ordinal))
        {
            var found = version is null ? "the member 'openapi' is missing" : $"its version is '{version}'";
            problems.Add(ProblemRule.NotOpenApi, (root["openapi"] ?? root).Span, $"An OpenAPI 3.0, 3.1 or 3.2 document is expected, but {found}.");
            return null;
        }

        var references = new ReferenceResolver(root, files, problems);
        var schemas = new SchemaReader(root, references, problems, cancellationToken);
        var components = ReadComponents(root, schemas);
        var reader = new OperationReader(root, references, schemas, problems);
        var operations = ReadOperations(root, reader, cancellationToken);
        var webhooks = WebhookReader.Read(root, reader);
        ComponentNames.Assign(components, schemas.SuggestedNames);
        DiscriminatorInheritance.Apply(components, schemas.Known);
        return new OpenApiDocument(
            root["info"]?.String("title") ?? "Api",
            ServerReader.UrlOf(root, problems),
            ReadTags(root, problems),
            components,
            operations)
        {
            Webhooks = webhooks,
            SecuritySchemes = SecurityScheme.Of(root),
            Start = SourceSpan.StartOf(root.Span.Path),
        };
    }

    public static bool IsMethod(string name) => Array.IndexOf(Methods, name) >= 0;

    private static List<Tag> ReadTags(Node root, ProblemList problems)
    {
        var tags = new List<Tag>();
        foreach (var tag in root["tags"]?.Items ?? [])
        {
            if (tag.String("name") is { } name)
            {
                tags.Add(new Tag(name, tag.String("description"), ChosenName.Read(tag, "x-csharp-name", problems)));
            }
        }

        return tags;
    }

    private static List<Schema> ReadComponents(Node root, SchemaReader reader)
    {
        var schemas = new List<Schema>();
        foreach (var member in root["components"]?["schemas"]?.Members ?? [])
        {
            var schema = reader.Read(member.Value);
            schema.ComponentName = member.Name;
            schema.Pointer = "#/components/schemas/" + member.Name.Replace("~", "~0").Replace("/", "~1");
            schemas.Add(schema);
        }

        return schemas;
    }

    private static List<Operation> ReadOperations(Node root, OperationReader reader, CancellationToken cancellationToken)
    {
        var operations = new List<Operation>();
        foreach (var path in root["paths"]?.Members ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = reader.Follow(path.Value);
            foreach (var member in item?.Members ?? [])
            {
                if (IsMethod(member.Name) && member.Value.IsObject)
                {
                    operations.Add(reader.Read(member.Name, path.Name, item!, member.Value));
                }
            }

            // From 3.2 on, methods of other names stand apart.
            foreach (var member in (item?["additionalOperations"]?.Members ?? []).FindAll(static member => member.Value.IsObject))
            {
                operations.Add(reader.Read(member.Name, path.Name, item!, member.Value));
            }
        }

        return operations;
    }
}
