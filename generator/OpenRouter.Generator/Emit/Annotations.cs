using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the attributes by which the analyzers know what a member is.</summary>
internal static class Annotations
{
    public static void Annotation(this CodeWriter code, string name)
    {
        code.Use(Usings.Annotations);
        code.Line($"[{name}]");
    }

    public static void Deprecation(this CodeWriter code, bool isDeprecated)
    {
        if (isDeprecated)
        {
            code.Line("[global::System.Obsolete(\"The document marks it as deprecated.\")]");
        }
    }

    /// <summary>The attributes of a member that holds a value.</summary>
    public static void MemberAnnotations(this CodeWriter code, PropertyModel property)
    {
        code.Deprecation(property.IsDeprecated);
        foreach (var text in Of(property.Role, property.Range, property.Limits))
        {
            code.Annotation(text);
        }

        foreach (var excluded in property.Excludes)
        {
            code.Annotation($"Excludes({Literal.Text(excluded)})");
        }
    }

    /// <summary>The attributes of an optional parameter that is a member of its options.</summary>
    public static void MemberAnnotations(this CodeWriter code, ParameterModel parameter)
    {
        code.Deprecation(parameter.IsDeprecated);
        foreach (var text in Of(parameter.Role, parameter.Range, null))
        {
            code.Annotation(text);
        }
    }

    /// <summary>The attributes of a builder's method that sets a member.</summary>
    public static void SettingAnnotations(this CodeWriter code, BuilderProperty property)
    {
        code.Deprecation(property.IsDeprecated);
        if (property.Role is MemberRole.Tools or MemberRole.ToolChoice or MemberRole.ResponseFormat)
        {
            code.Annotation(NameOf(property.Role)!);
        }

        foreach (var excluded in property.Excludes)
        {
            code.Annotation($"Excludes({Literal.Text("With" + excluded)})");
        }
    }

    /// <summary>The attributes of a parameter, on its own line.</summary>
    public static string Inline(CodeWriter code, MemberRole role, RangeModel? range, TextLimits? limits = null)
    {
        var inline = role is MemberRole.ModelId or MemberRole.ToolCallId ? role : MemberRole.None;
        var text = string.Join("", Of(inline, range, limits).Select(static annotation => $"[{annotation}] "));
        code.Use(text.Length > 0 ? Usings.Annotations : Usings.None);
        return text;
    }

    private static IEnumerable<string> Of(MemberRole role, RangeModel? range, TextLimits? limits)
    {
        if (NameOf(role) is { } name)
        {
            yield return name;
        }

        if (range is not null)
        {
            yield return Range(range);
        }

        if (limits is { Minimum: > 0 } or { Maximum: < int.MaxValue })
        {
            yield return $"ValueLength({Literal.Number(limits.Minimum)}, {(limits.Maximum < int.MaxValue ? Literal.Number(limits.Maximum) : "int.MaxValue")})";
        }

        if (limits?.Pattern is { } pattern)
        {
            yield return $"ValuePattern({Literal.Text(pattern)})";
        }
    }

    private static string? NameOf(MemberRole role) => role switch
    {
        MemberRole.None or MemberRole.MixedTools => null,
        MemberRole.Tools => "OffersTools",
        _ => role.ToString(),
    };

    private static string Range(RangeModel range)
    {
        var flags = (range.ExclusiveMinimum ? ", ExclusiveMinimum = true" : "") + (range.ExclusiveMaximum ? ", ExclusiveMaximum = true" : "");
        return $"ValueRange({Literal.Double(range.Minimum, isMinimum: true)}, {Literal.Double(range.Maximum, isMinimum: false)}{flags})";
    }
}
