using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Types;

/// <summary>A class made from an object schema.</summary>
internal sealed record ObjectModel(
    string Name,
    string Namespace,
    EquatableList<PropertyModel> Properties,
    bool KeepsUnknownMembers,
    bool IsRead,
    bool IsWritten,
    bool IsSent,
    ChatPart ChatPart,
    ChatInner? Inner,
    bool IsForm,
    string? StreamFlag,
    EquatableList<string> Usings,
    bool IsDeprecated,
    DocModel Doc)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;

    /// <summary>For a part of a chunk: the members through which texts that change from chunk to chunk are reached, itself included.</summary>
    public EquatableList<string> Varying { get; init; } = EquatableList<string>.Empty;

    /// <summary>For a chunk: where its varying texts stand, by number; empty for those that it has not.</summary>
    public EquatableList<string> TextPaths { get; init; } = EquatableList<string>.Empty;

    public PropertyModel? Find(string wireName)
    {
        foreach (var property in Properties)
        {
            if (property.WireName == wireName)
            {
                return property;
            }
        }

        return null;
    }
}
