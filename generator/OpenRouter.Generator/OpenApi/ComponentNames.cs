using System;
using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Names the schemas of <c>$defs</c> and of other files as if they were components, so that each becomes one type.</summary>
internal static class ComponentNames
{
    public static void Assign(List<Schema> components, IReadOnlyList<(Schema Schema, string Name)> suggested)
    {
        // A component that only refers to a schema elsewhere lends it its name.
        foreach (var component in components)
        {
            if (component.Target is { } target)
            {
                target.ComponentName ??= component.ComponentName;
            }
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        components.ForEach(component => taken.Add(component.ComponentName!));
        foreach (var (schema, name) in suggested)
        {
            if (schema.ComponentName is not null || schema.Reference is not null)
            {
                continue;
            }

            schema.ComponentName = Free(name, taken);
            components.Add(schema);
        }
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}{number}");
        }

        return free;
    }
}
