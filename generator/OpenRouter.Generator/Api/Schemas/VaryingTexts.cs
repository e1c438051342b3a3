using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Finds the texts of a chat chunk that change from chunk to chunk while everything else stays: pieces of text, and the members
/// that lead to them. The runtime then reads only those.
/// </summary>
internal static class VaryingTexts
{
    /// <summary>The texts, in the order in which emitted code and the runtime number them.</summary>
    public static readonly string[] Names = ["content", "reasoning", "reasoning_content", "refusal", "arguments"];

    /// <summary>Further texts, in the reasoning details of a delta, which are kept as JSON.</summary>
    private static readonly string[] InDetails = ["text", "summary"];

    /// <summary>Marks, in every part of a chunk, the members that are or lead to such texts.</summary>
    public static List<ObjectModel> Mark(List<ObjectModel> objects)
    {
        var byName = objects.ToDictionary(static item => item.Name);
        var marked = objects.ConvertAll(item => item.ChatPart is ChatPart.None or ChatPart.Usage or ChatPart.Event
            ? item
            : item with { Varying = new EquatableList<string>(item.Properties.Where(property => Leads(item, property, byName)).Select(static property => property.WireName)) });
        byName = marked.ToDictionary(static item => item.Name);
        return marked.ConvertAll(item => item.ChatPart == ChatPart.Chunk ? item with { TextPaths = PathsOf(item, byName) } : item);
    }

    private static EquatableList<string> PathsOf(ObjectModel chunk, Dictionary<string, ObjectModel> objects)
    {
        var paths = Names.Select(static _ => "").ToArray();
        Collect(chunk, "", objects, paths);
        return new EquatableList<string>(HasDetails(chunk, objects) ? paths.Concat(InDetails.Select(static name => "choices.delta.reasoning_details." + name)) : paths);
    }

    /// <summary>The reasoning details of a delta, which it keeps as the JSON that they came as.</summary>
    public static PropertyModel? DetailsOf(ObjectModel part) =>
        part.ChatPart == ChatPart.Delta && part.Find("reasoning_details") is { Type.Kind: TypeKind.List, HasBackingField: false, Presence: not (PropertyPresence.ThreeStates or PropertyPresence.Constant) } details ? details : null;

    /// <summary>Whether a chunk reaches details by the way that copies of it are made.</summary>
    private static bool HasDetails(ObjectModel chunk, Dictionary<string, ObjectModel> objects) =>
        Step(chunk, "choices", objects) is { } choice && Step(choice, "delta", objects) is { } delta && DetailsOf(delta) is not null;

    private static ObjectModel? Step(ObjectModel part, string name, Dictionary<string, ObjectModel> objects) =>
        part.Varying.Contains(name) && part.Find(name) is { } property ? Target(property, objects) : null;

    private static void Collect(ObjectModel part, string prefix, Dictionary<string, ObjectModel> objects, string[] paths)
    {
        foreach (var property in part.Properties.Where(property => part.Varying.Contains(property.WireName)))
        {
            if (property.Type.Kind == TypeKind.String)
            {
                paths[System.Array.IndexOf(Names, property.WireName)] = prefix + property.WireName;
            }
            else if (Target(property, objects) is { } next)
            {
                Collect(next, prefix + property.WireName + ".", objects, paths);
            }
        }
    }

    private static bool Leads(ObjectModel part, PropertyModel property, Dictionary<string, ObjectModel> objects) => (part.ChatPart, property.WireName) switch
    {
        (ChatPart.Chunk, "choices") or (ChatPart.Choice, "delta") or (ChatPart.Delta, "tool_calls") or (ChatPart.ToolCall, "function") =>
            Target(property, objects) is { } next && next.Properties.Any(inner => Leads(next, inner, objects)),
        (ChatPart.Delta, "content" or "reasoning" or "reasoning_content" or "refusal") or (ChatPart.Loose, "arguments") => property.Type.Kind == TypeKind.String,
        _ => false,
    };

    private static ObjectModel? Target(PropertyModel property, Dictionary<string, ObjectModel> objects)
    {
        var type = property.Type.Kind == TypeKind.List && !property.Type.IsItemNullable ? property.Type.Item : property.Type;
        return type is { Kind: TypeKind.Object } && objects.TryGetValue(type.Name, out var found) ? found : null;
    }
}
