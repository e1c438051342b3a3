namespace OpenRouter.Generator.OpenApi;

/// <summary>How a field of a form is written: the encoding object of a media type.</summary>
internal sealed record FieldEncoding(string Field, string? ContentType, string? Style, bool? Explode);
