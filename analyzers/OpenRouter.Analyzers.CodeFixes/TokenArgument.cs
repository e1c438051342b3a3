using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Writes a token at a call that lacks it: by position where it is the next one, otherwise by name.</summary>
internal static class TokenArgument
{
    public static TextChange Pass(string token, InvocationExpressionSyntax call, Diagnostic diagnostic)
    {
        var arguments = call.ArgumentList.Arguments;
        var isNext = diagnostic.Properties.TryGetValue(FixProperties.TokenPosition, out var position)
            && position == arguments.Count.ToString(CultureInfo.InvariantCulture)
            && arguments.All(static argument => argument.NameColon is null);
        var text = isNext || !diagnostic.Properties.TryGetValue(FixProperties.TokenParameter, out var parameter) ? token : parameter + ": " + token;
        return arguments.Count == 0
            ? new TextChange(new TextSpan(call.ArgumentList.OpenParenToken.Span.End, 0), text)
            : new TextChange(new TextSpan(arguments.Last().Span.End, 0), ", " + text);
    }

    public static string? NameOf(InvocationExpressionSyntax call)
    {
        return call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => null,
        };
    }
}
