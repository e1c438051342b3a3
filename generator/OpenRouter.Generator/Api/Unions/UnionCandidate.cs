using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>A case of a union while it is being classified.</summary>
internal sealed record UnionCandidate(Schema Schema, TypeRef Type, string? DiscriminatorValue);
