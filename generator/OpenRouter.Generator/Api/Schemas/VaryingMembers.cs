using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Finds the members of streamed types whose values differ from event to event while everything else stays: pieces of text,
/// counters, and the members that lead to them. The runtime then reads only those.
/// </summary>
internal sealed class VaryingMembers
{
    /// <summary>More are not worth their code.</summary>
    private const int MaxMembers = 12;

    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly Dictionary<string, UnionModel> _unions;
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableList<VaryingMember>> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableList<VaryingCase>> _cases = new(StringComparer.Ordinal);

    private VaryingMembers(IEnumerable<ObjectModel> objects, IEnumerable<UnionModel> unions)
    {
        _objects = objects.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        _unions = unions.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        foreach (var union in _unions.Values)
        {
            AddTags(union.Reading.Objects);
        }
    }

    /// <summary>Marks the members of all types that are streamed.</summary>
    public static (List<ObjectModel> Objects, List<UnionModel> Unions) Mark(List<ObjectModel> objects, List<UnionModel> unions)
    {
        var members = new VaryingMembers(objects, unions);
        foreach (var chunk in objects.Where(static item => item.ChatPart == ChatPart.Chunk))
        {
            members.MarkPart(chunk);
        }

        foreach (var item in objects.Where(static item => item.ChatPart == ChatPart.Event))
        {
            members.MarkEvent(item, isInner: false);
        }

        foreach (var union in unions.Where(static item => item.IsStreamEvent))
        {
            members.MarkUnion(union, isInner: false);
        }

        return (
            objects.ConvertAll(item => members._marked.TryGetValue(item.Name, out var varying) ? item with { Varying = varying } : item),
            unions.ConvertAll(item => members._cases.TryGetValue(item.Name, out var cases) ? item with { VaryingCases = cases } : item));
    }

    /// <summary>The reasoning details of a delta, which it keeps as the JSON that they came as.</summary>
    public static PropertyModel? DetailsOf(ObjectModel part) =>
        part.ChatPart == ChatPart.Delta && part.Find("reasoning_details") is { Type.Kind: TypeKind.List, HasBackingField: false } details && CanVary(details) ? details : null;

    private bool MarkPart(ObjectModel part)
    {
        var members = new List<VaryingMember>();
        foreach (var property in part.Properties.Where(CanVary))
        {
            if (PartMember(part, property) is { } member)
            {
                members.Add(member);
            }
        }

        // What is rare stands first: it is told and copied in one go.
        _marked[part.Name] = new EquatableList<VaryingMember>(members.OrderBy(static member => member.IsRare ? 0 : 1));
        return members.Count > 0;
    }

    private VaryingMember? PartMember(ObjectModel part, PropertyModel property)
    {
        switch (part.ChatPart, property.WireName)
        {
            case (ChatPart.Chunk, "choices") or (ChatPart.Choice, "delta") or (ChatPart.Delta, "tool_calls") or (ChatPart.ToolCall, "function"):
                return Target(property) is { } next && MarkPart(next) ? new VaryingMember(property.WireName, property.Type.Kind == TypeKind.List ? VaryingForm.FirstItem : VaryingForm.Object, FlatType: FlatType(next)) : null;
            case (ChatPart.Chunk, _):
                return Scalar(property) is { } scalar ? scalar with { IsRare = true, Role = property.WireName is "id" or "model" or "provider" or "service_tier" ? "Head" : "Other" } : null;
            case (ChatPart.Delta, "reasoning_details"):
                return DetailsOf(part) is null ? null : new VaryingMember(property.WireName, VaryingForm.Details);
            case (ChatPart.Delta, "content" or "reasoning" or "reasoning_content" or "refusal") or (ChatPart.Loose, "arguments"):
                return property.Type.Kind == TypeKind.String ? new VaryingMember(property.WireName, VaryingForm.Piece, RoleOf(part, property)) : null;
            default:
                return null;
        }
    }

    private static string RoleOf(ObjectModel part, PropertyModel property) => property.WireName switch
    {
        "content" => "Content",
        "refusal" => "Refusal",
        "arguments" => "Arguments",
        "reasoning_content" when part.Find("reasoning") is not null => "Other",
        _ => "Reasoning",
    };

    private bool MarkEvent(ObjectModel item, bool isInner)
    {
        if (_marked.TryGetValue(item.Name, out var known))
        {
            return known.Count > 0;
        }

        var members = new List<VaryingMember>();
        foreach (var property in item.Properties.Where(property => CanVary(property) && !_tags.Contains(property.WireName)))
        {
            var member = property.WireName == "delta" && !isInner ? Inner(property) ?? Scalar(property) : Scalar(property);
            if (member is not null && members.Count < MaxMembers)
            {
                members.Add(member);
            }
        }

        _marked[item.Name] = new EquatableList<VaryingMember>(members);
        return members.Count > 0;
    }

    private string? FlatType(ObjectModel target) => ObjectModel.IsFlatList(_marked[target.Name]) ? target.Name : null;

    private VaryingMember? Inner(PropertyModel property)
    {
        if (property.Type.Kind == TypeKind.Object && Target(property) is { ChatPart: ChatPart.None } inner)
        {
            return MarkEvent(inner, isInner: true) ? new VaryingMember(property.WireName, VaryingForm.Object, FlatType: FlatType(inner)) : null;
        }

        return property.Type.Kind == TypeKind.Union && _unions.TryGetValue(property.Type.Name, out var union) && MarkUnion(union, isInner: true)
            ? new VaryingMember(property.WireName, VaryingForm.Union)
            : null;
    }

    private bool MarkUnion(UnionModel union, bool isInner)
    {
        var cases = new List<VaryingCase>();
        foreach (var unionCase in union.Cases.Where(static item => item.Type.Kind == TypeKind.Object))
        {
            if (_objects.TryGetValue(unionCase.Type.Name, out var item) && item.ChatPart is ChatPart.None or ChatPart.Event && MarkEvent(item, isInner))
            {
                cases.Add(new VaryingCase(unionCase.Type.Name, ObjectModel.IsFlatList(_marked[unionCase.Type.Name])));
            }
        }

        _cases[union.Name] = new EquatableList<VaryingCase>(cases.Distinct());
        return cases.Count > 0;
    }

    /// <summary>What tells the cases of a union apart must not vary: another value is another type.</summary>
    private void AddTags(ObjectChoice? choice)
    {
        if (choice?.Tag is not { } tag)
        {
            return;
        }

        _tags.Add(tag);
        foreach (var next in choice.Tags)
        {
            AddTags(next.Choice);
        }
    }

    private static VaryingMember? Scalar(PropertyModel property) => (property.Type.Kind, property.Role) switch
    {
        (_, MemberRole.FinishReason) => null,
        (TypeKind.String, _) => new VaryingMember(property.WireName, VaryingForm.Text),
        (TypeKind.Int64, _) => new VaryingMember(property.WireName, VaryingForm.Number),
        _ => null,
    };

    /// <summary>Names that are no plain ASCII are not looked for.</summary>
    private static bool CanVary(PropertyModel property) =>
        property.Presence is not (PropertyPresence.ThreeStates or PropertyPresence.Constant) && property.WireName.All(static letter => letter is > ' ' and < (char)127);

    private ObjectModel? Target(PropertyModel property)
    {
        var type = property.Type.Kind == TypeKind.List && !property.Type.IsItemNullable ? property.Type.Item : property.Type;
        return type is { Kind: TypeKind.Object } && _objects.TryGetValue(type.Name, out var found) ? found : null;
    }
}
