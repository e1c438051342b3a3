using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Types;

/// <summary>One property of a generated class, with name, type and nullability already decided.</summary>
internal sealed record PropertyModel(
    string WireName,
    string Name,
    string FieldName,
    TypeRef Type,
    PropertyPresence Presence,
    bool IsNullable,
    bool HasBackingField,
    string? ConstantValue,
    RangeModel? Range,
    MemberRole Role,
    bool IsDeprecated,
    bool IsReadOnly,
    bool IsWriteOnly,
    DocModel Doc)
{
    public TextLimits? Limits { get; init; }

    /// <summary>C# names of members that cannot be combined with this one.</summary>
    public EquatableList<string> Excludes { get; init; } = EquatableList<string>.Empty;
}
