using YamlDotNet.RepresentationModel;

namespace OpenRouter.Package.Tests.Documents;

/// <summary>A document of a service of somebody else with one streamed chat and one plain operation.</summary>
internal static class ChatDocument
{
    public const string Json =
        """
        {
          "openapi": "3.1.0",
          "info": { "title": "Parrot", "version": "1" },
          "servers": [{ "url": "https://parrot.example/v1" }],
          "paths": {
            "/chat": {
              "post": {
                "operationId": "say", "tags": ["Chat"],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Question" } } } },
                "responses": { "200": { "description": "The answer.", "content": {
                  "application/json": { "schema": { "$ref": "#/components/schemas/Answer" } },
                  "text/event-stream": { "schema": { "$ref": "#/components/schemas/Chunk" } }
                } } }
              }
            },
            "/cages/{id}": {
              "get": {
                "operationId": "getCage", "tags": ["Cages"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Cage" } } } } }
              }
            }
          },
          "components": { "schemas": {
            "Question": { "type": "object", "required": ["model", "messages"], "properties": {
              "model": { "type": "string" },
              "messages": { "type": "array", "items": { "$ref": "#/components/schemas/Message" } },
              "stream": { "type": "boolean" }
            } },
            "Message": { "type": "object", "required": ["role", "content"], "properties": { "role": { "type": "string" }, "content": { "type": "string" } } },
            "Answer": { "type": "object", "required": ["choices"], "properties": { "choices": { "type": "array", "items": { "type": "object", "required": ["message"], "properties": {
              "message": { "$ref": "#/components/schemas/Message" }, "finish_reason": { "type": ["string", "null"] } } } } } },
            "Chunk": { "type": "object", "properties": {
              "id": { "type": "string" },
              "choices": { "type": "array", "items": { "type": "object", "properties": {
                "index": { "type": "integer" },
                "delta": { "type": "object", "properties": { "role": { "type": "string" }, "content": { "type": ["string", "null"] } } },
                "finish_reason": { "type": ["string", "null"] } } } }
            } },
            "Cage": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "width": { "type": "integer" } } }
          } }
        }
        """;

    /// <summary>An overlay that gives two things names of their own.</summary>
    public const string Overlay =
        """
        overlay: 1.0.0
        info: { title: Names, version: "1" }
        actions:
          - target: $.components.schemas.Cage
            update: { x-csharp-name: Aviary }
          - target: $.components.schemas.Cage.properties.width
            update: { x-csharp-name: WidthInCentimetres }
        """;

    /// <summary>The same document in YAML.</summary>
    public static string Yaml
    {
        get
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Json));
            foreach (var node in stream.Documents[0].AllNodes)
            {
                switch (node)
                {
                    case YamlMappingNode mapping:
                        mapping.Style = YamlDotNet.Core.Events.MappingStyle.Block;
                        break;
                    case YamlSequenceNode sequence:
                        sequence.Style = YamlDotNet.Core.Events.SequenceStyle.Block;
                        break;
                }
            }

            using var text = new StringWriter();
            stream.Save(text, assignAnchors: false);
            return text.ToString();
        }
    }

    /// <summary>The document with one place changed, which must be there.</summary>
    public static string With(string old, string @new)
    {
        Assert.Contains(old, Json, StringComparison.Ordinal);
        return Json.Replace(old, @new, StringComparison.Ordinal);
    }
}
