using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A parameter in path, query, header or cookie.</summary>
internal sealed record Parameter(
    Node Node,
    string Name,
    string Location,
    bool IsRequired,
    bool IsDeprecated,
    string? Description,
    Schema Schema,
    string? CSharpName,
    string? Style = null,
    bool? Explode = null,
    bool AllowsReserved = false,
    string? ContentType = null);
