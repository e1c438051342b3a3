using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Marks the classes that unions give a meaning: events that end a stream, and tools that the caller runs.</summary>
internal static class TypeMarks
{
    public static List<ObjectModel> Mark(List<ObjectModel> objects, List<UnionModel> unions)
    {
        var terminal = new HashSet<string>(
            unions.Where(static union => union.IsStreamEvent).SelectMany(static union => union.Cases).Where(static item => item.StreamRole != StreamRole.Event).Select(static item => item.Type.Name),
            StringComparer.Ordinal);
        var byName = unions.ToDictionary(static union => union.Name, StringComparer.Ordinal);
        var tools = new HashSet<string>(
            objects.SelectMany(static item => item.Properties)
                .Where(static property => property.Role == MemberRole.Tools)
                .SelectMany(property => CasesOf(property, byName))
                .Where(static item => item.IsCallersTool)
                .Select(static item => item.Type.Name),
            StringComparer.Ordinal);
        return objects.ConvertAll(item => item with
        {
            IsTerminal = terminal.Contains(item.Name),
            IsCallersTool = tools.Contains(item.Name),
            Properties = item.Properties.Any(property => IsMixed(property, byName))
                ? new EquatableList<PropertyModel>(item.Properties.Select(property => IsMixed(property, byName) ? property with { Role = MemberRole.MixedTools } : property))
                : item.Properties,
        });
    }

    private static bool IsMixed(PropertyModel property, Dictionary<string, UnionModel> unions) =>
        property.Role == MemberRole.Tools && CasesOf(property, unions).Any(static item => !item.IsCallersTool);

    private static IEnumerable<UnionCaseModel> CasesOf(PropertyModel property, Dictionary<string, UnionModel> unions) =>
        property.Type.Item is { Kind: TypeKind.Union } item && unions.TryGetValue(item.Name, out var union) ? union.Cases : [];
}
