using System.Collections.Generic;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Tells array cases apart by the JSON kind of their first item.</summary>
internal static class ArrayChoiceBuilder
{
    public static EquatableList<ArrayChoice> Build(List<UnionCandidate> cases, List<int> arrays)
    {
        var choices = new List<ArrayChoice>();
        foreach (var index in arrays)
        {
            var kind = arrays.Count == 1 ? null : TokenOf(cases[index].Type.Item!);
            if (!choices.Exists(known => known.FirstItem == kind))
            {
                choices.Add(new ArrayChoice(kind, index));
            }
        }

        // An empty array, or one whose first item decides nothing, is the first array case.
        if (arrays.Count > 1 && !choices.Exists(static choice => choice.FirstItem is null))
        {
            choices.Add(new ArrayChoice(null, arrays[0]));
        }

        return new EquatableList<ArrayChoice>(choices);
    }

    private static string? TokenOf(TypeRef item) => item.Kind switch
    {
        TypeKind.Any or TypeKind.Union => null,
        TypeKind.Object or TypeKind.Map => "StartObject",
        TypeKind.List => "StartArray",
        TypeKind.Boolean => "True",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.NumberEnum => "Number",
        _ => "String",
    };
}
