namespace OpenRouter.Generator.Api.Operations;

/// <summary>Which styles fit which location, and which one holds when a document names none.</summary>
internal static class ParameterStyles
{
    /// <summary>The style of a parameter; one that does not fit its location gives way to the usual one.</summary>
    public static ParameterStyle Of(string? style, string location) => (location, style) switch
    {
        ("path", "label") => ParameterStyle.Label,
        ("path", "matrix") => ParameterStyle.Matrix,
        ("path" or "header", _) => ParameterStyle.Simple,
        ("query", "spaceDelimited") => ParameterStyle.SpaceDelimited,
        ("query", "pipeDelimited") => ParameterStyle.PipeDelimited,
        ("query", "deepObject") => ParameterStyle.DeepObject,
        _ => ParameterStyle.Form,
    };

    /// <summary>Whether a document that names a style at this location names one that exists there.</summary>
    public static bool Fits(string style, string location) => location switch
    {
        "path" => style is "simple" or "label" or "matrix",
        "header" => style == "simple",
        "cookie" => style is "form" or "cookie",
        _ => style is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject",
    };
}
