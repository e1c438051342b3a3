using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>Reads the key from the environment instead of the source. The key itself has to be revoked by its owner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadApiKeyCodeFix))]
internal sealed class ReadApiKeyCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.KeepApiKeyOutOfSource;

    private const string Reading =
        "{0}Environment.GetEnvironmentVariable(\"OPENROUTER_API_KEY\") ?? throw new {0}InvalidOperationException(\"OPENROUTER_API_KEY is not set.\")";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KeepApiKeyOutOfSource);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Read the key from the environment", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey(KeyProperties.IsKeyAlone) ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            root.FindNode(finding, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal || literal.Span != finding || !CanBeComputed(literal))
        {
            return null;
        }

        // Names that mean something else here are written in full.
        foreach (var prefix in new[] { "", "System.", "global::System." })
        {
            var change = new TextChange(literal.Span, Reading.Replace("{0}", prefix));
            if (await CompilesAsync(document, change, cancellationToken).ConfigureAwait(false))
            {
                return [change];
            }
        }

        return null;
    }

    // Places where an expression with an exception in it can stand without parentheses.
    private static bool CanBeComputed(LiteralExpressionSyntax literal)
    {
        return literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Parent switch
        {
            ArgumentSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } => true,
            AssignmentExpressionSyntax assignment => assignment.Right == literal,
            BinaryExpressionSyntax coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right == literal,
            _ => false,
        };
    }

    private static async Task<bool> CompilesAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithText(text.WithChanges(change));
        var model = await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var span = new TextSpan(change.Span.Start, change.NewText!.Length);
        return model is not null
            && !model.GetDiagnostics(span, cancellationToken).Any(problem => problem.Severity == DiagnosticSeverity.Error && problem.Location.SourceSpan.IntersectsWith(span));
    }
}
