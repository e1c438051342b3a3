using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

namespace OpenRouter.Analyzers.Suppressors;

/// <summary>Hides what general rules about tokens say of a sending call, where OR2001 says the same and offers more tokens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TokenRuleSuppressor : DiagnosticSuppressor
{
    private const string Justification = "OR2001 reports the same call, and offers every token that is in scope";

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(
        new SuppressionDescriptor("ORS0001", "CA2016", Justification),
        new SuppressionDescriptor("ORS0002", "MA0040", Justification),
        new SuppressionDescriptor("ORS0003", "MA0079", Justification));

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownTypes.TryFind(context.Compilation) is not { HasSendingMethods: true } known)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsReportedByUs(diagnostic, context, known))
            {
                context.ReportSuppression(Suppression.Create(SupportedSuppressions.First(one => one.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
            }
        }
    }

    private static bool IsReportedByUs(Diagnostic diagnostic, SuppressionAnalysisContext context, KnownTypes known)
    {
        if (diagnostic.Location.SourceTree is not { } tree || IsSwitchedOff(tree, context))
        {
            return false;
        }

        // The rules underline the call, its name, or its arguments.
        var span = diagnostic.Location.SourceSpan;
        var root = tree.GetRoot(context.CancellationToken);
        var model = context.GetSemanticModel(tree);
        foreach (var outer in root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var syntax = BehindConfiguration(outer);
            if (model.GetOperation(syntax, context.CancellationToken) is IInvocationOperation call && known.IsSendingMethod(call.TargetMethod))
            {
                return MemberAround(model.GetEnclosingSymbol(syntax.SpanStart, context.CancellationToken)) is { } owner
                    && !(owner is IMethodSymbol method && known.IsSendingMethod(method))
                    && PassCancellationTokenAnalyzer.TokensMissingAt(call, owner, known, context.CancellationToken, out _).Count > 0;
            }

            if (outer.Span == span || outer.ArgumentList.Span.Contains(span) || outer.Expression.Span.Contains(span))
            {
                // The innermost call is the one that was meant.
                return false;
            }
        }

        return false;
    }

    private static InvocationExpressionSyntax BehindConfiguration(InvocationExpressionSyntax call)
    {
        while (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax inner })
        {
            call = inner;
        }

        return call;
    }

    // Somebody who has switched our rule off wants to hear it from the other one.
    private static bool IsSwitchedOff(SyntaxTree tree, SuppressionAnalysisContext context)
    {
        var options = context.Compilation.Options;
        return (options.SpecificDiagnosticOptions.TryGetValue(RuleIds.PassCancellationToken, out var severity)
                || options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, RuleIds.PassCancellationToken, context.CancellationToken, out severity) == true)
            && severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden;
    }

    private static ISymbol? MemberAround(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }
}
