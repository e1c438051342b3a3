using System.Collections.Generic;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>What a union turned out to be: one type, an open enum, or cases with a way to tell them apart.</summary>
internal sealed record ClassifiedUnion(
    TypeRef? SingleType,
    IReadOnlyList<string>? EnumValues,
    IReadOnlyList<UnionCandidate> Cases,
    UnionReading? Reading);
