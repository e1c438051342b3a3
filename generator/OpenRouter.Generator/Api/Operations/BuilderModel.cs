using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>The fluent builder of one operation.</summary>
internal sealed record BuilderModel(
    OperationModel Operation,
    string GroupInterface,
    EquatableList<BuilderArgument> Arguments,
    EquatableList<BuilderProperty> Properties,
    bool BuildsBody,
    bool AcceptsUnknownMembers,
    bool OwnsOptions)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;

    /// <summary>
    /// The class that holds what the plain and the streaming builder of one operation have in common; null when there is only one
    /// builder. It is generic over the builder, so that a chain of calls stays one type.
    /// </summary>
    public string? BaseName { get; init; }

    /// <summary>True for the one of the two builders with which the common class is printed.</summary>
    public bool OwnsBase { get; init; }

    /// <summary>The type that a step of the builder returns.</summary>
    public string StepType => BaseName is null ? Operation.BuilderName : "TBuilder";
}

/// <summary>A positional argument of the factory method.</summary>
internal sealed record BuilderArgument(string Name, TypeRef Type, string Field, MemberRole Role, DocModel Doc, bool IsRequired = true);

/// <summary>Something that the builder sets: a member of the body, or an optional parameter.</summary>
internal sealed record BuilderProperty(
    string Name,
    string Field,
    TypeRef Type,
    bool IsRequired,
    bool IsThreeStates,
    bool IsParameter,
    bool IsArgument,
    string? LeadingField,
    EquatableList<BuilderAdder> Adders,
    RangeModel? Range,
    MemberRole Role,
    bool IsDeprecated,
    DocModel Doc)
{
    public TextLimits? Limits { get; init; }

    /// <summary>C# names of members that cannot be combined with this one.</summary>
    public EquatableList<string> Excludes { get; init; } = EquatableList<string>.Empty;
}

/// <summary>A method that adds one item to a list: the item itself, or what makes one case of a union item.</summary>
internal sealed record BuilderAdder(string Name, TypeRef Item, EquatableList<AdderArgument> Arguments, bool IsLeading, string Summary)
{
    /// <summary>Whether the item is a tool that the caller runs.</summary>
    public bool OffersTools { get; init; }
}

/// <summary>An argument of an adder, and the property of the item that it becomes.</summary>
internal sealed record AdderArgument(string Name, string PropertyName, TypeRef Type, MemberRole Role);
