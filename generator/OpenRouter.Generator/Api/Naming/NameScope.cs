using System;
using System.Collections.Generic;
using System.Globalization;

namespace OpenRouter.Generator.Api.Naming;

/// <summary>Hands out names that differ from each other, ignoring case, in the order in which they are asked for.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public NameScope(params string[] reserved)
    {
        foreach (var name in reserved)
        {
            _taken.Add(name);
        }
    }

    public bool IsFree(string name) => !_taken.Contains(name);

    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
