using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>
/// Finds the event of a streaming answer. Documents describe it as an envelope <c>{data: …}</c> of which only the data is
/// on the wire; an event-stream answer that is a plain string does not stream at all.
/// </summary>
internal static class StreamContent
{
    public static Schema? EventOf(Operation operation, SchemaReducer reducer)
    {
        foreach (var response in operation.Responses)
        {
            foreach (var content in response.Content)
            {
                if (response.IsSuccess && content is { IsEventStream: true, Schema: { } schema })
                {
                    return Unwrap(schema, reducer);
                }
            }
        }

        return null;
    }

    /// <summary>The schemas of answers that are one JSON value.</summary>
    public static IEnumerable<Schema> JsonOf(Operation operation)
    {
        return operation.Responses
            .Where(static response => response.IsSuccess)
            .SelectMany(static response => response.Content)
            .Where(static content => content is { IsEventStream: false, IsJsonLines: false, Schema: not null })
            .Select(static content => content.Schema!);
    }

    /// <summary>An answer of one JSON value a line, or null.</summary>
    public static MediaType? LinesOf(Operation operation)
    {
        foreach (var response in operation.Responses)
        {
            foreach (var content in response.Content)
            {
                if (response.IsSuccess && content.IsJsonLines)
                {
                    return content;
                }
            }
        }

        return null;
    }

    private static Schema? Unwrap(Schema schema, SchemaReducer reducer)
    {
        var envelope = reducer.Reduce(schema).Schema;
        var data = envelope.Properties.Find(static property => property.Name == "data");
        var item = data is not null && envelope.Properties.TrueForAll(static property => property.Name is "data" or "event" or "id" or "retry")
            ? data.Schema
            : schema;
        var shape = reducer.Reduce(item).Schema;
        return shape.Properties.Count > 0 || shape.OneOf.Count > 0 ? item : null;
    }
}
