using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.List;

/// <summary>Prints a listing as JSON.</summary>
internal static class ListingJson
{
    public static string Of(Listing listing) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("operations");
        foreach (var operation in listing.Operations)
        {
            writer.WriteStartObject();
            writer.WriteString("method", operation.HttpMethod);
            writer.WriteString("path", operation.Path);
            writer.WriteString("id", operation.Id);
            writer.WriteString("csharp", operation.Name);
            writer.WriteBoolean("streams", operation.Streams);
            writer.WriteBoolean("selected", operation.IsSelected);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("types");
        foreach (var type in listing.Types)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", type.Kind);
            writer.WriteString("csharp", type.Name);
            writer.Texts("usedBy", type.UsedBy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
