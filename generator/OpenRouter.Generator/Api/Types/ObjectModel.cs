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

    /// <summary>Whether it is an event that ends a stream.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it is a tool that the caller runs.</summary>
    public bool IsCallersTool { get; init; }

    /// <summary>For a streamed type: the members whose values differ from event to event, and those that lead to them.</summary>
    public EquatableList<VaryingMember> Varying { get; init; } = EquatableList<VaryingMember>.Empty;

    /// <summary>As <see cref="Usings"/>, for the members that copies share.</summary>
    public EquatableList<string> RestUsings { get; init; } = EquatableList<string>.Empty;

    /// <summary>Whether the members that stay are kept in an object of their own, which copies share: so in the parts of a chunk.</summary>
    public bool HasRest => ChatPart is ChatPart.Chunk or ChatPart.Choice or ChatPart.Delta or ChatPart.ToolCall or ChatPart.Loose && Varying.Count > 0;

    /// <summary>Whether all members that vary are values of its own.</summary>
    public bool IsFlat => IsFlatList(Varying);

    /// <summary>Whether all of some members are values.</summary>
    public static bool IsFlatList(EquatableList<VaryingMember> members)
    {
        foreach (var member in members)
        {
            if (member.Form is not (VaryingForm.Piece or VaryingForm.Text or VaryingForm.Number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a member is kept in the object that copies share.</summary>
    public bool IsInRest(PropertyModel property) => HasRest && VaryingOf(property) is null or { IsRare: true };

    /// <summary>How a member varies; null when it does not.</summary>
    public VaryingMember? VaryingOf(PropertyModel property)
    {
        foreach (var member in Varying)
        {
            if (member.WireName == property.WireName)
            {
                return member;
            }
        }

        return null;
    }

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
