using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>Places where a text becomes HTML as it is.</summary>
internal static class HtmlSink
{
    /// <summary>The values that the operation renders as HTML, most often none.</summary>
    public static IEnumerable<IOperation> ValuesIn(IOperation operation)
    {
        return operation switch
        {
            IObjectCreationOperation { Arguments: { Length: 1 } arguments, Type: { } type } when IsMarkup(type) => [arguments[0].Value],
            IConversionOperation { OperatorMethod: not null, Type: { } type } conversion when IsMarkup(type) => [conversion.Operand],
            IInvocationOperation call => ValuesIn(call),
            _ => [],
        };
    }

    private static IEnumerable<IOperation> ValuesIn(IInvocationOperation call)
    {
        var arguments = call.Arguments;
        return (call.TargetMethod.Name, call.TargetMethod.ContainingType.Name) switch
        {
            ("Raw", "IHtmlHelper" or "HtmlHelper" or "HtmlHelper`1") => arguments.Select(static argument => argument.Value),
            ("WriteLiteral", "RazorPageBase" or "RazorPage" or "WebPageBase") => arguments.Select(static argument => argument.Value),
            ("AddMarkupContent", "RenderTreeBuilder") => arguments.Skip(1).Select(static argument => argument.Value),
            ("AppendHtml" or "SetHtmlContent", _) when IsAspNet(call.TargetMethod) => arguments.Select(static argument => argument.Value),
            ("NavigateToString", _) when arguments.Length == 1 => [arguments[0].Value],
            ("InvokeVoidAsync" or "InvokeAsync", "IJSRuntime" or "JSRuntimeExtensions" or "IJSObjectReference" or "JSObjectReferenceExtensions")
                when arguments.Any(static argument => IsConstant(argument.Value, "innerHTML")) => arguments.Select(static argument => argument.Value).SelectMany(Elements),
            ("Content" or "Text", "Results" or "TypedResults" or "ControllerBase" or "Controller")
                when arguments.Skip(1).Any(static argument => IsConstant(argument.Value, "text/html")) => arguments.Take(1).Select(static argument => argument.Value),
            _ => [],
        };
    }

    private static bool IsMarkup(ITypeSymbol type)
    {
        return (type.Name, type.ContainingNamespace?.Name) is ("MarkupString", "Components") or ("HtmlString", "Html") or ("HtmlString", "Web") or ("MvcHtmlString", "Mvc");
    }

    private static bool IsAspNet(IMethodSymbol method)
    {
        return method.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;
    }

    // What is passed on to JavaScript comes as an array.
    private static IEnumerable<IOperation> Elements(IOperation value)
    {
        return value is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues.AsEnumerable() : [value];
    }

    private static bool IsConstant(IOperation value, string part)
    {
        return value.ConstantValue is { HasValue: true, Value: string text } && text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
