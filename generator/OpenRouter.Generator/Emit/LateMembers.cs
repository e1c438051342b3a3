using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>
/// Prints the members of a chunk that are rarely asked for. They stay JSON until then; what reads them is named in the getter alone, so that a
/// native program that never asks holds none of their types.
/// </summary>
internal static class LateMembers
{
    /// <summary>Whether a member of a part is one: an object that the part neither tells nor copies member by member, or the annotations.</summary>
    public static bool Has(ObjectModel part, PropertyModel property)
    {
        if (!part.IsInRest(property) || part.VaryingOf(property) is not null || property.HasBackingField || property.Presence != PropertyPresence.Optional || property.Role != MemberRole.None)
        {
            return false;
        }

        return property.Type.Kind switch
        {
            TypeKind.Object => (part.ChatPart, property.WireName) is (ChatPart.Chunk, not "error") or (ChatPart.Choice, "logprobs"),
            TypeKind.List => part.ChatPart == ChatPart.Delta && property.WireName == "annotations" && property.Type.Item!.IsModel && !property.Type.IsItemNullable,
            _ => false,
        };
    }

    /// <summary>The type that keeps the member.</summary>
    public static string Keeper(PropertyModel property) => $"LateMember<{property.Type.Name}>";

    /// <summary>An expression that reads the keeper.</summary>
    public static string Read(PropertyModel property) => $"ChatEnd.Late{(property.Type.Kind == TypeKind.Object ? "Object" : "List")}<{property.Type.Name}>(ref reader)";

    /// <summary>What getter and setter do.</summary>
    public static string Accessors(PropertyModel property, string place)
    {
        var json = property.Type.Kind == TypeKind.Object ? "value" : JsonCode.Body(property.Type, "value");
        return $"get => {place}?.Get(static (ref JsonReader reader) => {JsonCode.Read(property.Type)}); init => {place} = ChatEnd.Late(value, {json});";
    }

    /// <summary>A statement that joins the member of two parts into a third.</summary>
    public static string Merge(string place) => $"{place} = ChatEnd.Join(held.{place}, later.{place});";
}
