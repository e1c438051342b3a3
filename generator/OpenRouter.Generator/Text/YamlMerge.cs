using System.Collections.Generic;

namespace OpenRouter.Generator.Text;

/// <summary>
/// Applies <c>&lt;&lt;</c>, which puts the members of other mappings into this one. YAML 1.2 dropped it, but documents written
/// by hand use it. Members that the mapping has itself win, then those of earlier mappings.
/// </summary>
internal static class YamlMerge
{
    public const string Key = "<<";

    public static List<NodeMember> Apply(List<NodeMember> members)
    {
        var position = members.FindIndex(static member => member.Name == Key);
        if (position < 0)
        {
            return members;
        }

        var merge = members[position];
        members.RemoveAt(position);
        foreach (var source in merge.Value.IsArray ? merge.Value.Items : [merge.Value])
        {
            if (!source.IsObject)
            {
                throw new TextProblemException("'<<' merges mappings, and this is none", source.Span);
            }

            foreach (var member in source.Members)
            {
                if (!members.Exists(own => own.Name == member.Name))
                {
                    members.Insert(position++, member);
                }
            }
        }

        return members;
    }
}
