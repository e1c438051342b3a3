namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Small documents around the part that a test is about.</summary>
internal static class Small
{
    /// <summary>A document with these schemas and one operation that answers the schema <c>Answer</c> (any JSON when there is none).</summary>
    public static string WithSchemas(string schemas) =>
        $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Small API", "version": "1" },
          "servers": [{ "url": "https://small.example/v1" }],
          "paths": {},
          "components": { "schemas": {
        {{schemas}}
          } }
        }
        """;

    /// <summary>A document with these path items and schemas.</summary>
    public static string WithPaths(string paths, string schemas = "") =>
        $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Small API", "version": "1" },
          "servers": [{ "url": "https://small.example/v1" }],
          "paths": {
        {{paths}}
          },
          "components": { "schemas": {
        {{schemas}}
          } }
        }
        """;
}
