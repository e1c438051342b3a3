using System.Text.Json;
using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>The examples of whole components in the official document: of the components themselves and of bodies that refer to one.</summary>
internal static class ExampleCatalog
{
    private const string File = "api/official.openapi.json";
    private const string ComponentPrefix = "#/components/schemas/";

    /// <summary>The operations whose types are proven so far.</summary>
    private static readonly string[] ProvenPaths =
    [
        "/chat/completions", "/models", "/models/user", "/models/count", "/model/{author}/{slug}", "/models/{author}/{slug}/endpoints", "/endpoints/zdr",
        "/generation", "/generation/content", "/key", "/keys", "/keys/{hash}", "/credits", "/embeddings", "/embeddings/models",
    ];

    private static readonly Lazy<JsonElement> Document = new(static () => JsonDocument.Parse(System.IO.File.ReadAllBytes(SharedFiles.Require(File))).RootElement);

    private static JsonElement Schemas => Document.Value.GetProperty("components").GetProperty("schemas");

    /// <summary>Every example: where it stands, the component, and the JSON. Bodies of streams and of inline schemas are left out.</summary>
    public static IEnumerable<Example> All()
        => Schemas.EnumerateObject()
            .Where(static schema => schema.Value.TryGetProperty("example", out _))
            .Select(static schema => new Example(schema.Name, schema.Name, schema.Value.GetProperty("example")))
            .Concat(Document.Value.GetProperty("paths").EnumerateObject().SelectMany(static path => Bodies(path.Name, path.Value)));

    /// <summary>How many examples stand at bodies whose schema has no name.</summary>
    public static int InlineBodies()
        => Document.Value.GetProperty("paths").EnumerateObject().SelectMany(static path => Contents(path.Name, path.Value))
            .Count(static content => HasExample(content.Body) && Component(content.Body) is null);

    /// <summary>The components that the proven operations reach.</summary>
    public static IReadOnlySet<string> Proven()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var paths = Document.Value.GetProperty("paths");
        foreach (var path in ProvenPaths)
        {
            Reach(paths.GetProperty(path), found);
        }

        return found;
    }

    /// <summary>What a component stands for that is only another name, or a list of others; null for one that is neither.</summary>
    public static (string Component, bool IsList)? Alias(string component)
    {
        var schema = Schemas.GetProperty(component);
        if (schema.TryGetProperty("items", out var items) && items.TryGetProperty("$ref", out var item))
        {
            return NameOf(item) is { } name ? (name, true) : null;
        }

        return schema.TryGetProperty("allOf", out var all) && all.EnumerateArray().Skip(1).All(static part => part.TryGetProperty("properties", out var own) && !own.EnumerateObject().Any())
            && all[0].TryGetProperty("$ref", out var same) && NameOf(same) is { } target
                ? (target, false)
                : null;
    }

    private static void Reach(JsonElement node, HashSet<string> found)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Reach(item, found);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in node.EnumerateObject().Where(static member => member.Name is not ("example" or "examples")))
            {
                if (member.Name == "$ref" && NameOf(member.Value) is { } name)
                {
                    if (found.Add(name))
                    {
                        Reach(Schemas.GetProperty(name), found);
                    }
                }
                else
                {
                    Reach(member.Value, found);
                }
            }
        }
    }

    private static IEnumerable<Example> Bodies(string path, JsonElement item)
    {
        foreach (var (place, body) in Contents(path, item))
        {
            if (Component(body) is not { } component)
            {
                continue;
            }

            if (body.TryGetProperty("example", out var example))
            {
                yield return new Example(place, component, example);
            }

            if (body.TryGetProperty("examples", out var examples))
            {
                foreach (var named in examples.EnumerateObject())
                {
                    yield return new Example($"{place} {named.Name}", component, named.Value.GetProperty("value"));
                }
            }
        }
    }

    private static IEnumerable<(string Place, JsonElement Body)> Contents(string path, JsonElement item)
    {
        foreach (var operation in item.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Object))
        {
            var place = $"{operation.Name} {path}";
            if (operation.Value.TryGetProperty("requestBody", out var request) && request.GetProperty("content").TryGetProperty("application/json", out var sent))
            {
                yield return ($"{place} request", sent);
            }

            if (!operation.Value.TryGetProperty("responses", out var responses))
            {
                continue;
            }

            foreach (var response in responses.EnumerateObject())
            {
                if (response.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var answer))
                {
                    yield return ($"{place} {response.Name}", answer);
                }
            }
        }
    }

    private static bool HasExample(JsonElement body) => body.TryGetProperty("example", out _) || body.TryGetProperty("examples", out _);

    private static string? Component(JsonElement body)
        => body.TryGetProperty("schema", out var schema) && schema.TryGetProperty("$ref", out var reference) ? NameOf(reference) : null;

    private static string? NameOf(JsonElement reference)
        => reference.GetString() is { } text && text.StartsWith(ComponentPrefix, StringComparison.Ordinal) ? text[ComponentPrefix.Length..] : null;
}
