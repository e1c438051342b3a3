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

namespace OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;

/// <summary>Looks at the finish reason right behind the call, which gets a statement of its own when it has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckCompletionCodeFix))]
internal sealed class CheckCompletionCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1005.Check";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CheckCompletion);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Check the finish reason of the answer", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null ||
            !diagnostic.Properties.TryGetValue(FixProperties.FinishPath, out var path) || path is null ||
            document.Project.ParseOptions is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            AwaitedCall.Of(root.FindToken(finding.Start)) is not { } awaited ||
            model.GetTypeInfo(awaited, cancellationToken).Type is not { } answer ||
            FinishCheck.TypeAt(answer, path) is not { } type ||
            new FinishCheck(type, model, awaited.SpanStart) is not { TellsCutOff: true } check)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edit = LocalHolding(awaited, answer, model, cancellationToken) is { } local
            ? BehindLocal(awaited, local, path, check, text)
            : WithLocal(awaited, path, check, text);
        return edit is null ? null : await Compiles.OrNothingAsync(document, edit, cancellationToken).ConfigureAwait(false);
    }

    // var answer = await …; or answer = await …;
    private static string? LocalHolding(AwaitExpressionSyntax awaited, ITypeSymbol answer, SemanticModel model, CancellationToken cancellationToken)
    {
        var (symbol, name) = awaited.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => (model.GetDeclaredSymbol(variable, cancellationToken), variable.Identifier.Text),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target, Parent: ExpressionStatementSyntax } =>
                (model.GetSymbolInfo(target, cancellationToken).Symbol, target.Identifier.Text),
            _ => (null, string.Empty),
        };
        return symbol is ILocalSymbol local && SymbolEqualityComparer.Default.Equals(local.Type, answer) ? name : null;
    }

    private static List<TextChange>? BehindLocal(AwaitExpressionSyntax awaited, string local, string path, FinishCheck check, SourceText text)
    {
        var statement = awaited.FirstAncestorOrSelf<StatementSyntax>();
        return statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } && StatementPlace.Of(statement, text) is { } place
            ? [place.Behind([.. LinesFor(local, path, check, awaited)])]
            : null;
    }

    private static List<TextChange>? WithLocal(AwaitExpressionSyntax awaited, string path, FinishCheck check, SourceText text)
    {
        var whole = awaited.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : (ExpressionSyntax)awaited;
        if (AwaitedCall.StatementStartingWith(whole) is not { } statement || StatementPlace.Of(statement, text) is not { } place || statement.ContainsDirectives ||
            AwaitPlace.HoldsComment(whole, whole.SpanStart, awaited.SpanStart) || AwaitPlace.HoldsComment(whole, awaited.Span.End, whole.Span.End) ||
            awaited.Parent is ExpressionStatementSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax)
        {
            return null;
        }

        var local = FreeName.At(statement, "result", "answer");
        var lines = new List<string> { "var " + local + " = " + awaited + ";" };
        lines.AddRange(LinesFor(local, path, check, awaited));
        return [place.Before([.. lines]), new TextChange(whole.Span, local)];
    }

    private static IEnumerable<string> LinesFor(string local, string path, FinishCheck check, SyntaxNode place)
    {
        var isDirect = path.All(static letter => letter is not ('.' or '['));
        var reason = isDirect ? local + "." + path : FreeName.At(place, "finish");
        var cutOff = check.ConditionFor(reason);
        return
        [
            "if (" + (isDirect ? cutOff : FinishCheck.Match(local, path, reason) + " && " + (cutOff.Contains(" || ") ? "(" + cutOff + ")" : cutOff)) + ")",
            "{",
            "    " + check.ThrowFor(reason),
            "}",
        ];
    }
}
