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

namespace OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;

/// <summary>Reads on through <c>?.</c> where there is no choice; a loop that keeps the choice in a local goes on with the next chunk.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeFirstOrNothingCodeFix))]
internal sealed class TakeFirstOrNothingCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1004.OrNothing";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CheckFirstChoice);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Take the choice only when there is one", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var access = root?.FindNode(finding, getInnermostNodeForTie: true).AncestorsAndSelf()
            .FirstOrDefault(static node => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or InvocationExpressionSyntax);
        var edit = access is not ExpressionSyntax item ? null
            : SkippingChunk.TryEdit(item, document.Project.ParseOptions)
                ?? InChain(item, diagnostic.Properties.ContainsKey(CheckFirstChoiceProperties.IsNeverEmpty), diagnostic.Properties.ContainsKey(CheckFirstChoiceProperties.MayBeNull));
        return edit is null ? null : await Compiles.OrNothingAsync(document, edit, cancellationToken).ConfigureAwait(false);
    }

    private static List<TextChange>? InChain(ExpressionSyntax access, bool isNeverEmpty, bool mayBeNull)
    {
        // Without a further member the missing choice would only be noticed somewhere else.
        var isBound = access is ElementBindingExpressionSyntax or InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax };
        var chain = isBound && access.Parent is ConditionalAccessExpressionSyntax whole && whole.WhenNotNull == access ? whole : access;
        if (chain.Parent is not (MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax) ||
            (chain.Parent is ConditionalAccessExpressionSyntax outer && outer.Expression != chain))
        {
            return null;
        }

        var edit = new List<TextChange>();
        var list = isBound ? null : ListOf(access);
        var start = list is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure.Operand.Span.End : list?.Span.End;
        var question = mayBeNull && !isBound ? "?" : string.Empty;
        if (isNeverEmpty)
        {
            edit.Add(new TextChange(TextSpan.FromBounds(start ?? access.SpanStart, list?.Span.End ?? access.SpanStart), question));
            return edit;
        }

        if (OrDefault(access) is not { } call)
        {
            return null;
        }

        edit.Add(new TextChange(TextSpan.FromBounds(start ?? access.SpanStart, access.Span.End), question + call));
        if (chain.Parent is MemberAccessExpressionSyntax { OperatorToken: var dot })
        {
            edit.Add(new TextChange(new TextSpan(dot.SpanStart, 0), "?"));
        }

        return edit;
    }

    private static ExpressionSyntax? ListOf(ExpressionSyntax access)
    {
        return access switch
        {
            ElementAccessExpressionSyntax element => element.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
            _ => null,
        };
    }

    /// <summary>The operator that gives nothing where the access throws; comments and line breaks in the access are kept out of this.</summary>
    private static string? OrDefault(ExpressionSyntax access)
    {
        switch (access)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call:
                return member.OperatorToken.ToFullString() is "." ? "." + member.Name.Identifier.Text + "OrDefault" + call.ArgumentList : null;
            case InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } call:
                return "." + binding.Name.Identifier.Text + "OrDefault" + call.ArgumentList;
            case ElementAccessExpressionSyntax { ArgumentList: var brackets }:
                return OrDefault(brackets);
            case ElementBindingExpressionSyntax { ArgumentList: var brackets }:
                return OrDefault(brackets);
            default:
                return null;
        }
    }

    private static string? OrDefault(BracketedArgumentListSyntax brackets)
    {
        return brackets.ToString() switch
        {
            "[0]" => ".FirstOrDefault()",
            "[^1]" => ".LastOrDefault()",
            _ => brackets.Arguments.Count == 1 ? ".ElementAtOrDefault(" + brackets.Arguments[0] + ")" : null,
        };
    }
}
