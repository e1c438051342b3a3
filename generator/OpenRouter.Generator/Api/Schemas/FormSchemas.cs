using System.Collections.Generic;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Finds the schemas that multipart bodies reach: members, items and cases.</summary>
internal static class FormSchemas
{
    public static void Collect(Schema body, SchemaReducer reducer, HashSet<Schema> into)
    {
        var pending = new Stack<Schema>([body]);
        while (pending.Count > 0)
        {
            var schema = reducer.Reduce(pending.Pop()).Schema;
            if (!into.Add(schema))
            {
                continue;
            }

            schema.Properties.ForEach(property => pending.Push(property.Schema));
            schema.OneOf.ForEach(pending.Push);
            if (schema.Items is { } items)
            {
                pending.Push(items);
            }
        }
    }
}
