using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api;

/// <summary>
/// Everything that is printed, with every C# decision made. Immutable and equal by value in all its parts: no node, no
/// symbol, no location; the pipeline re-emits only what differs.
/// </summary>
internal sealed record ApiModel(
    ClientModel? Client,
    EquatableList<ObjectModel> Objects,
    EquatableList<EnumModel> Enums,
    EquatableList<UnionModel> Unions,
    EquatableList<GroupModel> Groups,
    JsonContextModel? JsonContext,
    EquatableList<Problem> Problems)
{
    /// <summary>The namespace above all that is emitted.</summary>
    public string RootNamespace { get; init; } = "";

    public static readonly ApiModel Empty = new(
        null,
        EquatableList<ObjectModel>.Empty,
        EquatableList<EnumModel>.Empty,
        EquatableList<UnionModel>.Empty,
        EquatableList<GroupModel>.Empty,
        null,
        EquatableList<Problem>.Empty);
}

/// <summary>The client class and its interface.</summary>
internal sealed record ClientModel(
    string RootNamespace,
    string Name,
    string BaseAddress,
    EquatableList<ClientGroup> Groups)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;
}

/// <summary>A property of the client: one API group.</summary>
internal sealed record ClientGroup(string PropertyName, string InterfaceName, string ClassName, string Summary);

/// <summary>The System.Text.Json context over the emitted readers and writers.</summary>
internal sealed record JsonContextModel(string Namespace, string Name, EquatableList<string> Usings, EquatableList<JsonContextEntry> Entries)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;
}

/// <summary>A type of the context, the property that gives its metadata, and what kind of type it is.</summary>
internal sealed record JsonContextEntry(string Type, string Property, TypeKind Kind);
