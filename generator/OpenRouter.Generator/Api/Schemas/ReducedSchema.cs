using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>A schema without references, allOf and single-case unions, with the nullability met on the way.</summary>
internal sealed record ReducedSchema(Schema Schema, bool IsNullable);
