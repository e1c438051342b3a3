using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>A parameter of an operation in path, query or header.</summary>
internal sealed record ParameterModel(
    string WireName,
    string Location,
    ParameterStyle Style,
    string ArgumentName,
    string PropertyName,
    TypeRef Type,
    bool IsRequired,
    RangeModel? Range,
    MemberRole Role,
    bool IsDeprecated,
    DocModel Doc);
