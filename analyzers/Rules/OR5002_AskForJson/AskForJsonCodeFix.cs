using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR5002_AskForJson;

/// <summary>Asks for JSON, in the step before the request is sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskForJsonCodeFix))]
internal sealed class AskForJsonCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR5002.Ask";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AskForJson);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Ask for JSON", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(AskForJsonProperties.SendName, out var name) ||
            !diagnostic.Properties.TryGetValue(AskForJsonProperties.SendOrdinal, out var ordinal) ||
            !diagnostic.Properties.TryGetValue(AskForJsonProperties.Step, out var step) ||
            !diagnostic.Properties.TryGetValue(AskForJsonProperties.Form, out var form) ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var send = root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            .Skip(int.Parse(ordinal!, CultureInfo.InvariantCulture))
            .FirstOrDefault();
        if (send.Parent?.Parent is not MemberAccessExpressionSyntax access || IsAskedFor(access.Expression, step!) ||
            model.GetTypeInfo(access.Expression, cancellationToken).Type is not { } builder || FormOf(builder, step!) is not { } type)
        {
            return null;
        }

        var text = type.ToMinimalDisplayString(model, access.SpanStart) + "." + form;
        return [new TextChange(new TextSpan(access.OperatorToken.SpanStart, 0), "." + step + "(" + text + ")" + BreakBefore(access))];
    }

    // Two parsers of one answer need one step.
    private static bool IsAskedFor(ExpressionSyntax receiver, string step)
    {
        return receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.Identifier.ValueText == step;
    }

    private static ITypeSymbol? FormOf(ITypeSymbol builder, string step)
    {
        for (var declaring = builder; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(step).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.Length == 1) is { } method)
            {
                return method.Parameters[0].Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return null;
    }

    // A chain with a step a line goes on like that.
    private static string BreakBefore(MemberAccessExpressionSyntax access)
    {
        var before = access.Expression.GetTrailingTrivia().ToFullString();
        var indent = access.OperatorToken.LeadingTrivia.ToFullString();
        return before.EndsWith("\n", System.StringComparison.Ordinal) && string.IsNullOrWhiteSpace(indent)
            ? (before.EndsWith("\r\n", System.StringComparison.Ordinal) ? "\r\n" : "\n") + indent
            : string.Empty;
    }
}
