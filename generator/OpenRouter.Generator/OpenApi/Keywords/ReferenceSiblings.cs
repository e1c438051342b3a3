using System;
using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>Knows which keywords beside a <c>$ref</c> change the shape of a value; the others only say something about it.</summary>
internal static class ReferenceSiblings
{
    /// <summary>Not among them: <c>type</c>, which authors repeat beside references of that type.</summary>
    private static readonly HashSet<string> Shape = new(StringComparer.Ordinal)
    {
        "properties", "required", "additionalProperties", "patternProperties", "unevaluatedProperties", "items", "prefixItems",
        "allOf", "oneOf", "anyOf", "enum", "const", "then", "else", "dependentSchemas",
    };

    public static NodeMember? WithShape(Node node)
    {
        foreach (var member in node.Members)
        {
            if (Shape.Contains(member.Name))
            {
                return member;
            }
        }

        return null;
    }
}
