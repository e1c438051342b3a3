using System.Text.Json.Nodes;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Fuzz;

/// <summary>The documents that are damaged: one with every construct, and pieces of our own.</summary>
internal static class SeedDocuments
{
    private const string Everything = """
        {
          "openapi": "3.1.0", "info": { "title": "Fuzz", "version": "1" }, "servers": [{ "url": "https://fuzz.example/v1" }],
          "tags": [{ "name": "Things", "description": "All things." }],
          "paths": {
            "/things/{id}": {
              "get": { "operationId": "getThing", "tags": ["Things"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 9 } }],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Alpha" } } } }, "404": { "description": "none" } } },
              "patch": { "operationId": "changeThing", "tags": ["Things"], "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Change" } } } }, "responses": { "204": { "description": "done" } } } },
            "/chat": { "post": { "operationId": "chat", "tags": ["Chat"],
              "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["messages"], "properties": { "messages": { "type": "array", "items": { "$ref": "#/components/schemas/Union" } }, "stream": { "type": "boolean" } } } } } },
              "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Omega" } }, "text/event-stream": { "schema": { "type": "object", "properties": { "data": { "$ref": "#/components/schemas/Chunk" } } } } } } } } },
            "/files": { "post": { "operationId": "upload", "tags": ["Files"],
              "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" }, "names[]": { "type": "array", "items": { "type": "string" } } } } } } },
              "responses": { "200": { "description": "ok", "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } } } } }
          },
          "components": { "schemas": {
            "Alpha": { "type": "object", "description": "First <of> all & more.", "required": ["id", "kind", "maybe"], "properties": { "id": { "type": "string" }, "kind": { "enum": ["alpha"] }, "maybe": { "type": ["integer", "null"] }, "when": { "type": "string", "format": "date-time" }, "omega": { "$ref": "#/components/schemas/Omega" } }, "additionalProperties": { "type": "number" } },
            "Beta": { "allOf": [{ "$ref": "#/components/schemas/Alpha" }, { "type": "object", "properties": { "kind": { "enum": ["beta"] }, "extra": {} } }] },
            "Change": { "type": "object", "properties": { "name": { "type": ["string", "null"], "default": null }, "level": { "enum": ["low", "1h", "16:9", null] } } },
            "Union": { "oneOf": [{ "$ref": "#/components/schemas/Alpha" }, { "$ref": "#/components/schemas/Beta" }], "discriminator": { "propertyName": "kind", "mapping": { "alpha": "#/components/schemas/Alpha", "beta": "Beta" } } },
            "Omega": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "$ref": "#/components/schemas/Omega" } }, { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Alpha" } }, { "type": "null" }] },
            "Chunk": { "type": "object", "properties": { "choices": { "type": "array", "items": { "type": "object", "properties": { "index": { "type": "integer" }, "delta": { "type": "object", "properties": { "content": { "type": "string" }, "tool_calls": { "type": "array", "items": { "type": "object", "properties": { "function": { "type": "object", "properties": { "name": { "type": "string" } } } } } } } }, "finish_reason": { "type": ["string", "null"] } } } }, "usage": { "type": "object", "properties": { "prompt_tokens": { "type": "integer" } } } } },
            "Tree": { "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } }, "class": { "type": "boolean" }, "Equals": { "type": "integer", "exclusiveMinimum": 0 } } }
          } }
        }
        """;

    private const string Overlay = """
        { "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "actions": [
          { "target": "$.components.schemas.Alpha", "update": { "x-csharp-name": "First", "x-csharp-namespace": "Deep" } },
          { "target": "$.components.schemas.Alpha.properties['id']", "update": { "x-csharp-role": "model-id", "minimum": 1 } },
          { "target": "$.paths['/files']", "remove": true } ] }
        """;

    private static readonly Lazy<string> OurPiece = new(CutOurs);

    public static IReadOnlyList<string> All => [Everything, OurPiece.Value, Everything, "{\"openapi\":\"3.0.0\"}"];

    public static string OverlayText => Overlay;

    /// <summary>Our document with a handful of operations and all that they reach.</summary>
    private static string CutOurs()
    {
        var root = JsonNode.Parse(OurSchema.Document)!.AsObject();
        var paths = root["paths"]!.AsObject();
        foreach (var path in paths.Select(static path => path.Key).Where(static path => path is not ("/key" or "/files" or "/embeddings" or "/generation")).ToList())
        {
            paths.Remove(path);
        }

        var schemas = root["components"]!["schemas"]!.AsObject();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([paths.ToJsonString()]);
        while (pending.TryDequeue(out var text))
        {
            foreach (var name in schemas.Select(static schema => schema.Key).Where(name => text.Contains($"schemas/{name}\"", StringComparison.Ordinal)))
            {
                if (reached.Add(name))
                {
                    pending.Enqueue(schemas[name]!.ToJsonString());
                }
            }
        }

        foreach (var name in schemas.Select(static schema => schema.Key).Where(name => !reached.Contains(name)).ToList())
        {
            schemas.Remove(name);
        }

        return root.ToJsonString();
    }
}
