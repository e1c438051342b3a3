namespace OpenRouter.Runtime.Http;

/// <summary>The styles by which OpenAPI spells a parameter.</summary>
public enum ParameterStyle
{
    /// <summary>Paths and headers: <c>a,b</c>.</summary>
    Simple,

    /// <summary>Paths: <c>.a.b</c>.</summary>
    Label,

    /// <summary>Paths: <c>;name=a,b</c>.</summary>
    Matrix,

    /// <summary>Queries, cookies and forms: <c>name=a&amp;name=b</c> or <c>name=a,b</c>.</summary>
    Form,

    /// <summary>Queries and forms: <c>name=a%20b</c>.</summary>
    SpaceDelimited,

    /// <summary>Queries and forms: <c>name=a%7Cb</c>.</summary>
    PipeDelimited,

    /// <summary>Queries and forms: <c>name[member]=a</c>.</summary>
    DeepObject,
}
