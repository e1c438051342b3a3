using System;
using System.Collections.Generic;

namespace OpenRouter.Generator.Text;

/// <summary>Finds names that stand twice in an object. Most objects are so small that a set of names would cost more than looking.</summary>
internal static class MemberNames
{
    private const int Few = 12;

    /// <param name="name">The name to come.</param>
    /// <param name="members">The members before it.</param>
    /// <param name="names">The names of large objects; the caller keeps it for the next member.</param>
    public static bool IsTaken(string name, List<NodeMember> members, ref HashSet<string>? names)
    {
        if (names is null && members.Count >= Few)
        {
            names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in members)
            {
                names.Add(member.Name);
            }
        }

        if (names is not null)
        {
            return !names.Add(name);
        }

        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
