using System.Text.Json;

namespace OpenRouter.Testing.Answers;

/// <summary>Errors as raw JSON: made without the generated types, so that those are tested against something else.</summary>
internal static class ErrorText
{
    /// <summary>The body of a failed request.</summary>
    public static string Envelope(int code, string message, string? errorType)
    {
        var metadata = errorType is null ? "" : $$""","metadata":{"error_type":{{Quote(errorType)}}}""";
        return $$$"""{"error":{"code":{{{code}}},"message":{{{Quote(message)}}}{{{metadata}}}}}""";
    }

    /// <summary>A JSON string.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
