using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Visits every schema position of a document once; what a reference points at is visited where it stands.</summary>
internal static class SchemaWalk
{
    public static IReadOnlyList<Schema> All(OpenApiDocument document)
    {
        var seen = new HashSet<Schema>(ReferenceEqualityComparer.Instance);
        var found = new List<Schema>();
        foreach (var schema in document.Schemas)
        {
            Visit(schema, seen, found);
        }

        foreach (var operation in document.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                Visit(parameter.Schema, seen, found);
            }

            foreach (var content in operation.RequestBodies.Concat(operation.Responses.SelectMany(static response => response.Content)))
            {
                Visit(content.Schema, seen, found);
            }
        }

        return found;
    }

    private static void Visit(Schema? schema, HashSet<Schema> seen, List<Schema> found)
    {
        if (schema is null || !seen.Add(schema))
        {
            return;
        }

        found.Add(schema);
        Visit(schema.Items, seen, found);
        Visit(schema.AdditionalProperties, seen, found);
        foreach (var inner in schema.Properties.Select(static property => property.Schema).Concat(schema.AllOf).Concat(schema.OneOf))
        {
            Visit(inner, seen, found);
        }
    }
}
