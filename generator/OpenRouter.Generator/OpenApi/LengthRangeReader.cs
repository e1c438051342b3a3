using System.Globalization;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads lengths, counts and patterns. They are told to the analyzers and checked by nobody else, so what makes no sense is left out.</summary>
internal static class LengthRangeReader
{
    public static LengthRange? Read(Node schema)
    {
        var minimum = Number(schema["minLength"] ?? schema["minItems"]);
        var maximum = Number(schema["maxLength"] ?? schema["maxItems"]);
        var pattern = schema["pattern"] is { Kind: NodeKind.String, Text.Length: > 0 } text ? text.Text : null;
        return minimum is null or 0 && maximum is null && pattern is null ? null : new LengthRange(minimum, maximum, pattern);
    }

    private static int? Number(Node? node)
    {
        return node is { Kind: NodeKind.Number } && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
