namespace OpenRouter.Generator.Api.Operations;

/// <summary>How a parameter that is no scalar is spelled.</summary>
internal enum ParameterStyle
{
    /// <summary>Items and members joined with commas: headers, paths, and queries that do not explode.</summary>
    Joined,

    /// <summary>Items repeat the name, members become parameters.</summary>
    Form,

    /// <summary>Members in brackets: <c>filter[name]=value</c>.</summary>
    DeepObject,
}
