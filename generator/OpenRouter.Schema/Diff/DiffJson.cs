using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Diff;

/// <summary>Prints changes for programs.</summary>
internal static class DiffJson
{
    public static string Of(IReadOnlyList<Change> changes) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("breaking", changes.Count(static change => change.Breaks));
        writer.WriteNumber("notBreaking", changes.Count(static change => !change.Breaks));
        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
            writer.WriteString("part", change.Part.ToString().ToLowerInvariant());
            writer.WriteString("name", change.Name);
            writer.WriteString("text", change.Text);
            writer.WriteBoolean("breaks", change.Breaks);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
