using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>One operation of a path.</summary>
internal sealed record Operation(
    Node Node,
    string Method,
    string Path,
    string? Id,
    string? Tag,
    string? Summary,
    bool IsDeprecated,
    bool IsAnonymous,
    string? ServerUrl,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<MediaType> RequestBodies,
    bool IsBodyRequired,
    IReadOnlyList<Response> Responses)
{
    /// <summary>The names of the security schemes that hold for it.</summary>
    public IReadOnlyList<string> SecuritySchemes { get; init; } = [];

    /// <summary>Whether the service may answer 404 for a while, until what is looked up has been written.</summary>
    public bool IsLookup { get; init; }

    /// <summary>What the service sends later because of it.</summary>
    public IReadOnlyList<Operation> Callbacks { get; init; } = [];
}
