namespace OpenRouter.Generator.OpenApi;

/// <summary>A content type with the schema of what it carries.</summary>
internal sealed record MediaType(string Name, Schema? Schema, Text.SourceSpan Span)
{
    public bool IsJson => Name == "application/json" || Name.EndsWith("+json", System.StringComparison.Ordinal);

    public bool IsEventStream => Name == "text/event-stream";

    public bool IsMultipart => Name == "multipart/form-data";
}
