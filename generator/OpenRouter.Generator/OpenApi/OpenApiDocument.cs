using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A whole document after its overlays, in the specification's words.</summary>
internal sealed record OpenApiDocument(
    string Title,
    string? ServerUrl,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Schema> Schemas,
    IReadOnlyList<Operation> Operations)
{
    /// <summary>What the service sends by itself.</summary>
    public IReadOnlyList<Operation> Webhooks { get; init; } = [];

    public IReadOnlyList<SecurityScheme> SecuritySchemes { get; init; } = [];

    /// <summary>The beginning of the file: the place of what is said of the document as a whole.</summary>
    public SourceSpan Start { get; init; }
}
