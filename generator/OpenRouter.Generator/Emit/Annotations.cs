using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the attributes by which the analyzers know what a member is.</summary>
internal static class Annotations
{
    private const string Prefix = "global::OpenRouter.Runtime.Annotations.";

    public static void Annotation(this CodeWriter code, string name) => code.Line($"[{Prefix}{name}]");

    public static void MemberAnnotations(this CodeWriter code, MemberRole role, RangeModel? range, bool isDeprecated)
    {
        if (isDeprecated)
        {
            code.Line("[global::System.Obsolete(\"The document marks it as deprecated.\")]");
        }

        if (role != MemberRole.None)
        {
            code.Annotation(role.ToString());
        }

        if (range is not null)
        {
            code.Annotation(Range(range));
        }
    }

    /// <summary>The attributes of a parameter, on its own line.</summary>
    public static string Inline(MemberRole role, RangeModel? range)
    {
        var text = role == MemberRole.ModelId ? $"[{Prefix}ModelId] " : "";
        return range is null ? text : $"{text}[{Prefix}{Range(range)}] ";
    }

    private static string Range(RangeModel range)
    {
        var flags = (range.ExclusiveMinimum ? ", ExclusiveMinimum = true" : "") + (range.ExclusiveMaximum ? ", ExclusiveMaximum = true" : "");
        return $"ValueRange({Literal.Double(range.Minimum, isMinimum: true)}, {Literal.Double(range.Maximum, isMinimum: false)}{flags})";
    }
}
