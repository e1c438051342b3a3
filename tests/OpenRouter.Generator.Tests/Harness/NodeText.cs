using System.Text.Json;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Writes a tree as JSON, so that tests can compare trees.</summary>
internal static class NodeText
{
    public static string Json(Node node) => node.Kind switch
    {
        NodeKind.Object => "{" + string.Join(",", node.Members.Select(static member => JsonSerializer.Serialize(member.Name) + ":" + Json(member.Value))) + "}",
        NodeKind.Array => "[" + string.Join(",", node.Items.Select(Json)) + "]",
        NodeKind.String => JsonSerializer.Serialize(node.Text),
        _ => node.Text,
    };

    public static string Json(IEnumerable<Node> nodes) => "[" + string.Join(",", nodes.Select(Json)) + "]";
}
