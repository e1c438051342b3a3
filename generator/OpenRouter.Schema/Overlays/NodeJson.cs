using System.Text.Json;
using OpenRouter.Generator.Text;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Overlays;

/// <summary>Prints the tree of a document as JSON. Numbers keep their digits.</summary>
internal static class NodeJson
{
    public static string Of(Node node) => JsonText.Of(writer => Write(writer, node));

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                writer.WriteStartObject();
                foreach (var member in node.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case NodeKind.Array:
                writer.WriteStartArray();
                node.Items.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case NodeKind.String:
                writer.WriteStringValue(node.Text);
                break;
            default:
                writer.WriteRawValue(node.Text);
                break;
        }
    }
}
