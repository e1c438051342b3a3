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

namespace OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;

/// <summary>Makes the local a <c>StringBuilder</c>: it is appended to in the loop, and made a string where it is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendToBuilderCodeFix))]
internal sealed class AppendToBuilderCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR6001.Builder";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AppendToBuilder);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Append to a StringBuilder", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null ||
            root.FindNode(finding, getInnermostNodeForTie: true) is not IdentifierNameSyntax name ||
            model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { Type.SpecialType: SpecialType.System_String } local ||
            local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax
            {
                Initializer.Value: var start,
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Modifiers.Count: 0 } statement } declaration,
            } ||
            model.Compilation.GetTypeByMetadataName("System.Text.StringBuilder")?.ToMinimalDisplayString(model, statement.SpanStart) is not { } builder ||
            Start(start, builder, model) is not { } made)
        {
            return null;
        }

        var edit = new List<TextChange> { new(start.Span, made) };
        if (!declaration.Type.IsVar)
        {
            edit.Add(new TextChange(declaration.Type.Span, builder));
        }

        var mentions = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? root;
        foreach (var mention in mentions.DescendantNodes().OfType<IdentifierNameSyntax>().Where(candidate => candidate.Identifier.ValueText == local.Name))
        {
            if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, local))
            {
                continue;
            }

            if (Rewrite(mention) is not { } changes)
            {
                return null;
            }

            edit.AddRange(changes);
        }

        return edit.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.End).ToList();
    }

    private static string? Start(ExpressionSyntax value, string builder, SemanticModel model)
    {
        var constant = model.GetConstantValue(value);
        if (constant is { HasValue: true, Value: "" } || value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax })
        {
            return "new " + builder + "()";
        }

        return constant is { HasValue: true, Value: string } || value is InterpolatedStringExpressionSyntax
            ? "new " + builder + "(" + value + ")"
            : null;
    }

    /// <summary>What becomes of a mention; nothing when a builder cannot stand there.</summary>
    private static IReadOnlyList<TextChange>? Rewrite(IdentifierNameSyntax mention)
    {
        if (mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention)
        {
            return assignment.Parent is ExpressionStatementSyntax ? Append(mention, assignment) : null;
        }

        if (mention.Parent is BinaryExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } whole } sum &&
            sum.Left == mention && whole.Right == sum && left.Identifier.ValueText == mention.Identifier.ValueText)
        {
            // Rewritten together with the target of the assignment.
            return [];
        }

        if (mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access && access.Expression == mention)
        {
            return [];
        }

        var isReadInARound = mention.Ancestors()
            .TakeWhile(static node => node is not MemberDeclarationSyntax)
            .Any(node => node is CommonForEachStatementSyntax or WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax && AppendsTo(mention, node));
        var isNamed = mention.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });
        return isReadInARound || isNamed || mention.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax
            ? null
            : [new TextChange(new TextSpan(mention.Span.End, 0), ".ToString()")];
    }

    private static IReadOnlyList<TextChange>? Append(IdentifierNameSyntax target, AssignmentExpressionSyntax assignment)
    {
        var piece = assignment.Right;
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            if (piece is not BinaryExpressionSyntax { Left: IdentifierNameSyntax first } sum || !sum.IsKind(SyntaxKind.AddExpression) ||
                first.Identifier.ValueText != target.Identifier.ValueText)
            {
                return null;
            }

            piece = sum.Right;
        }

        var between = TextSpan.FromBounds(target.Span.End, piece.SpanStart);
        return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.AddAssignmentExpression)
            ? HoldsComment(assignment, between) ? null : [new TextChange(between, ".Append("), new TextChange(new TextSpan(piece.Span.End, 0), ")")]
            : null;
    }

    private static bool AppendsTo(IdentifierNameSyntax mention, SyntaxNode loop)
    {
        return loop.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == mention.Identifier.ValueText);
    }

    private static bool HoldsComment(SyntaxNode node, TextSpan span)
    {
        return node.DescendantTrivia().Any(trivia => span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }
}
