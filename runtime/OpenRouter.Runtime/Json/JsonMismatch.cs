using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>The one place that says which value was wanted and which one was there.</summary>
internal static class JsonMismatch
{
    private const int ExcerptLength = 40;

    [DoesNotReturn]
    public static void Throw(string expected, ref JsonReader reader)
        => throw new JsonException($"Expected {expected}, found {Found(ref reader)} at byte {reader.TokenStartIndex}.");

    private static string Found(ref JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => "the number " + Excerpt(ref reader),
        JsonTokenType.String => "the string \"" + Excerpt(ref reader) + "\"",
        var other => other.ToString(),
    };

    private static string Excerpt(ref JsonReader reader)
    {
        var raw = reader.ValueSpan;
        var isLong = raw.Length > ExcerptLength;
        return JsonText.Decode(isLong ? raw[..ExcerptLength] : raw, reader.ValueIsEscaped) + (isLong ? "…" : "");
    }
}
