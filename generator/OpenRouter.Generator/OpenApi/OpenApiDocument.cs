using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A whole document after its overlays, in the specification's words.</summary>
internal sealed record OpenApiDocument(
    string Title,
    string? ServerUrl,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<Schema> Schemas,
    IReadOnlyList<Operation> Operations);
