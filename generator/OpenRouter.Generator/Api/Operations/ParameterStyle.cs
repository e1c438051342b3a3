namespace OpenRouter.Generator.Api.Operations;

/// <summary>How a parameter or a field of a form is spelled; the names are those of the runtime.</summary>
internal enum ParameterStyle
{
    /// <summary>Paths and headers: items and members joined with commas.</summary>
    Simple,

    /// <summary>Paths: <c>.a.b</c>.</summary>
    Label,

    /// <summary>Paths: <c>;name=a</c>.</summary>
    Matrix,

    /// <summary>Items repeat the name, members become parameters; or commas, when it does not explode.</summary>
    Form,

    /// <summary>Items separated by spaces.</summary>
    SpaceDelimited,

    /// <summary>Items separated by bars.</summary>
    PipeDelimited,

    /// <summary>Members in brackets: <c>filter[name]=value</c>.</summary>
    DeepObject,
}
