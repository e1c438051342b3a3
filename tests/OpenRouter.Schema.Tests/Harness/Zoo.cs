namespace OpenRouter.Schema.Tests.Harness;

/// <summary>A small document with a part of every kind. Tests change it by replacing text.</summary>
internal static class Zoo
{
    public const string Json =
        """
        {
          "openapi": "3.1.0",
          "info": { "title": "Zoo API", "version": "1" },
          "servers": [{ "url": "https://zoo.example/v1" }],
          "paths": {
            "/animals": {
              "get": {
                "operationId": "listAnimals", "tags": ["Animals"],
                "parameters": [
                  { "name": "limit", "in": "query", "schema": { "type": "integer" } },
                  { "name": "sort", "in": "query", "schema": { "type": "string" } }
                ],
                "responses": { "200": { "description": "All.", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Animal" } } } } } }
              },
              "post": {
                "operationId": "addAnimal", "tags": ["Animals"],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewAnimal" } } } },
                "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Animal" } } } } }
              }
            },
            "/keepers/{id}": {
              "get": {
                "operationId": "getKeeper", "tags": ["Keepers"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Keeper" } } } } }
              }
            }
          },
          "components": { "schemas": {
            "Animal": { "type": "object", "required": ["name", "kind"], "properties": {
              "name": { "type": "string" },
              "kind": { "$ref": "#/components/schemas/Kind" },
              "age": { "type": "integer" },
              "food": { "$ref": "#/components/schemas/Food" }
            } },
            "NewAnimal": { "type": "object", "required": ["name"], "properties": {
              "name": { "type": "string" },
              "note": { "type": "string" }
            } },
            "Keeper": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Kind": { "type": "string", "enum": ["cat", "dog"] },
            "Food": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Meal" }] },
            "Meal": { "type": "object", "required": ["grams"], "properties": { "grams": { "type": "integer" } } }
          } }
        }
        """;

    /// <summary>The document with one place changed, which must be there.</summary>
    public static string With(string old, string @new)
    {
        Assert.Contains(old, Json, StringComparison.Ordinal);
        return Json.Replace(old, @new, StringComparison.Ordinal);
    }
}
