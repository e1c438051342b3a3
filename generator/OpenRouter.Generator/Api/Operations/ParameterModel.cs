using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>A parameter of an operation in path, query, header or cookie.</summary>
internal sealed record ParameterModel(
    string WireName,
    string Location,
    ParameterStyle Style,
    bool Explode,
    bool AllowsReserved,
    bool IsJson,
    string ArgumentName,
    string PropertyName,
    TypeRef Type,
    bool IsRequired,
    RangeModel? Range,
    MemberRole Role,
    bool IsDeprecated,
    DocModel Doc);
