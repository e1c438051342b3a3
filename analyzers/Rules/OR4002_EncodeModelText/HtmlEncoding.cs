using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>Calls whose result is safe to render, whatever they were given.</summary>
internal static class HtmlEncoding
{
    public static bool IsApplied(IInvocationOperation call, BodyContext body)
    {
        var method = call.TargetMethod;
        return body.Known.Annotations.HtmlSanitizer.IsOn(method)
            || body.IsListed(method, RuleOptions.HtmlSanitizers)
            || method.Name.StartsWith("HtmlEncode", StringComparison.Ordinal)
            || method.Name == "HtmlAttributeEncode"
            || (method.Name == "Encode" && IsEncoder(method.ContainingType))
            || (method.Name.StartsWith("Sanitize", StringComparison.Ordinal) && method.ContainingType.Name is "HtmlSanitizer" or "IHtmlSanitizer")
            || ReplacesAngles(call);
    }

    private static bool IsEncoder(ITypeSymbol? type)
    {
        return type is not null && (type.Name is "HtmlEncoder" or "TextEncoder" || IsEncoder(type.BaseType));
    }

    // Encoding by hand.
    private static bool ReplacesAngles(IInvocationOperation call)
    {
        return call.TargetMethod.Name == "Replace" && call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: "<" or '<' };
    }
}
