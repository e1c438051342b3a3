using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;

/// <summary>Sets the limit to none: the client keeps its own clocks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveTimeLimitCodeFix))]
internal sealed class RemoveTimeLimitCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR2006.Infinite";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SetHttpClientTimeout);

    public override FixAllProvider GetFixAllProvider()
    {
        return WellKnownFixAllProviders.BatchFixer;
    }

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null && Edit(root, model, text, diagnostic) is { } change)
            {
                context.RegisterCodeFix(CodeAction.Create("Set no time limit", token => ApplyAsync(context.Document, change, token), EquivalenceKey), diagnostic);
            }
        }
    }

    private static TextChange? Edit(SyntaxNode root, SemanticModel model, SourceText text, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var infinite = Infinite(model, span.Start);
        if (diagnostic.Properties.ContainsKey(TimeLimitProperties.IsValue))
        {
            return new TextChange(span, infinite);
        }

        if (root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation)
        {
            return null;
        }

        if (creation.Initializer is not { } initializer)
        {
            return new TextChange(new TextSpan(creation.Span.End, 0), " { Timeout = " + infinite + " }");
        }

        if (initializer.Expressions.Count == 0 || !initializer.IsKind(SyntaxKind.ObjectInitializerExpression))
        {
            return null;
        }

        // Behind the last member, on a line of its own where that one has one, and with a comma where that one has one.
        var last = initializer.Expressions.Last();
        var line = text.Lines.GetLineFromPosition(last.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var hasComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var end = hasComma ? initializer.Expressions.GetSeparator(initializer.Expressions.Count - 1).Span.End : last.Span.End;
        var isOwnLine = string.IsNullOrWhiteSpace(indent) && initializer.CloseBraceToken.SpanStart > line.End && end <= line.End;
        // A comment behind the last member stays behind it.
        var rest = isOwnLine ? TextSpan.FromBounds(end, line.End) : new TextSpan(end, 0);
        return new TextChange(
            rest,
            (hasComma ? string.Empty : ",") + text.ToString(rest) + (isOwnLine ? newLine + indent : " ") + "Timeout = " + infinite + (hasComma ? "," : string.Empty));
    }

    private static string Infinite(SemanticModel model, int position)
    {
        var names = model.LookupSymbols(position, name: "Timeout");
        return (names.Length == 1 && names[0] is INamedTypeSymbol { ContainingNamespace.Name: "Threading" } ? "Timeout" : "System.Threading.Timeout") + ".InfiniteTimeSpan";
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
