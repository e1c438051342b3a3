using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Suppressors;

/// <summary>Lets a step of a builder stand alone: it changes the builder and hands back the same one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BuilderStepSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_unusedValue = new(
        "ORS0004", "IDE0058", "A step of a request's builder changes the builder itself; the value is the same builder again");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(s_unusedValue);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownTypes.TryFind(context.Compilation) is not { Annotations.RequestBuilder.Exists: true } known)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsStep(diagnostic, context, known))
            {
                context.ReportSuppression(Suppression.Create(s_unusedValue, diagnostic));
            }
        }
    }

    private static bool IsStep(Diagnostic diagnostic, SuppressionAnalysisContext context, KnownTypes known)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return false;
        }

        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        var statement = node.AncestorsAndSelf().OfType<ExpressionStatementSyntax>().FirstOrDefault();
        return statement?.Expression is InvocationExpressionSyntax call
            && call.Span.Contains(diagnostic.Location.SourceSpan)
            && context.GetSemanticModel(tree).GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { IsStatic: false } method
            && known.IsRequestBuilder(method.ContainingType)
            && known.IsRequestBuilder(method.ReturnType)
            && !known.IsSendingMethod(method);
    }
}
