using System.Collections.Generic;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>A case of a union while it is being classified: with the values that a mapping gives it, and the name it is referred to by.</summary>
internal sealed record UnionCandidate(Schema Schema, TypeRef Type, IReadOnlyList<string> DiscriminatorValues, string? ComponentName);
