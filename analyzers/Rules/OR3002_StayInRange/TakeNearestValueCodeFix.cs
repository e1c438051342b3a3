using System;
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

namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>Writes the nearest number that is accepted, in the type of the one that it replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestValueCodeFix))]
internal sealed class TakeNearestValueCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.StayInRange;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.StayInRange);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Write the nearest value that is accepted", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(RangeProperties.Nearest, out var nearest) || nearest is null ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var written = root.FindNode(finding, getInnermostNodeForTie: true);
        var literal = (written is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus ? minus.Operand : written) as LiteralExpressionSyntax;
        return literal is not null && literal.IsKind(SyntaxKind.NumericLiteralExpression) ? [new TextChange(written.Span, InTypeOf(literal.Token, nearest))] : null;
    }

    private static string InTypeOf(SyntaxToken literal, string number)
    {
        if (literal.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || literal.Text.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            return number;
        }

        var suffix = new string(literal.Text.SkipWhile(static character => !char.IsLetter(character) || character is 'e' or 'E').ToArray());
        var isFraction = literal.Value is double && suffix.Length == 0;
        return isFraction && number.IndexOfAny(['.', 'E']) < 0 ? number + ".0" : number + suffix;
    }
}
