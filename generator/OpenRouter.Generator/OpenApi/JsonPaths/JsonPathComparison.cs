using System.Globalization;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Compares two values of a filter (RFC 9535, section 2.3.5.2.2); null stands for "nothing was selected".</summary>
internal static class JsonPathComparison
{
    public static bool Holds(Node? left, string comparison, Node? right) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "<" => IsLess(left, right),
        ">" => IsLess(right, left),
        "<=" => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    private static bool AreEqual(Node? left, Node? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            NodeKind.Number => Number(left).Equals(Number(right)),
            NodeKind.Array => left.Items.Count == right.Items.Count && left.Items.Zip(right.Items, AreEqual).All(static same => same),
            NodeKind.Object => left.Members.Count == right.Members.Count && left.Members.TrueForAll(member => right[member.Name] is { } other && AreEqual(member.Value, other)),
            _ => left.Text == right.Text,
        };
    }

    /// <summary>Only numbers and texts have an order.</summary>
    private static bool IsLess(Node? left, Node? right) => (left?.Kind, right?.Kind) switch
    {
        (NodeKind.Number, NodeKind.Number) => Number(left!) < Number(right!),
        (NodeKind.String, NodeKind.String) => string.CompareOrdinal(left!.Text, right!.Text) < 0,
        _ => false,
    };

    private static double Number(Node node) =>
        double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
