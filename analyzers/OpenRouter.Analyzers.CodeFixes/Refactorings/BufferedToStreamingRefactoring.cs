using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Sends the same request as a stream and collects the answer.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(BufferedToStreamingRefactoring))]
internal sealed class BufferedToStreamingRefactoring : CodeRefactoringProvider
{
    public const string EquivalenceKey = "OpenRouter.BufferedToStreaming";

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var place = root?.FindToken(context.Span.Start).Parent;
        if (place?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault() is not LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement ||
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model ||
            KnownTypes.TryFind(model.Compilation) is not { } known ||
            SendingChain.Find(place, statement, model, known, context.CancellationToken) is not { } chain ||
            !chain.Send.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AwaitExpressionSyntax) ||
            StreamingTwin.TryFind(chain, known) is not { } twin)
        {
            return;
        }

        var changes = new List<TextChange>
        {
            new(chain.Maker.Name.Span, twin.Maker),
            new(chain.SendAccess.Name.Span, twin.Send),
            new(new TextSpan(chain.Send.Span.End, 0), "." + twin.Collector + "()"),
        };
        var local = model.GetDeclaredSymbol(statement.Declaration.Variables[0], context.CancellationToken);
        foreach (var use in block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, local)))
        {
            if (MemberOfAnswer(use, twin.Answer, model, known) is not { } change)
            {
                return;
            }

            changes.Add(change);
        }

        if (await CompilesAsync(context.Document, changes, model, context.CancellationToken).ConfigureAwait(false))
        {
            TextRefactoring.Register(context, "Stream the answer and collect it", EquivalenceKey, changes);
        }
    }

    /// <summary>Replaces the way from the result to something that the collected answer has too.</summary>
    private static TextChange? MemberOfAnswer(IdentifierNameSyntax use, ITypeSymbol answer, SemanticModel model, KnownTypes known)
    {
        for (ExpressionSyntax value = use; ;)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax member when member.Expression == value && model.GetSymbolInfo(member).Symbol is IPropertySymbol property:
                    if (StreamingTwin.SameIn(answer, property, known) is { } same)
                    {
                        return new TextChange(TextSpan.FromBounds(use.Span.End, member.Span.End), "." + same);
                    }

                    value = member;
                    continue;
                // A stream is collected into its first choice.
                case ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } element when element.ArgumentList.Arguments[0].ToString() == "0":
                    value = element;
                    continue;
                case PostfixUnaryExpressionSyntax notNull:
                    value = notNull;
                    continue;
                default:
                    return null;
            }
        }
    }

    // Steps that the other builder lacks, and members of another type, are found by the compiler.
    private static async Task<bool> CompilesAsync(Document document, IReadOnlyList<TextChange> changes, SemanticModel before, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span.Start)));
        return await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } after && ErrorsIn(after) <= ErrorsIn(before);

        int ErrorsIn(SemanticModel model) => model.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
