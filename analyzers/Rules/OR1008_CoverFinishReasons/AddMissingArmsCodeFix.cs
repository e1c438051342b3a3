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

namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>Adds an arm that throws for every value that lacks one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMissingArmsCodeFix))]
internal sealed class AddMissingArmsCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1008.Arms";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CoverFinishReasons);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Add the missing finish reasons", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.TryGetValue(CoverFinishReasonsProperties.Missing, out var missing) || missing is null)
        {
            return null;
        }

        var exception = model.Compilation.GetTypeByMetadataName("System.NotSupportedException")?.ToMinimalDisplayString(model, finding.Start) ?? "System.NotSupportedException";
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var words = missing.Split('\n').Select(static word => (Name: word.Substring(0, word.IndexOf(' ')), Text: word.Substring(word.IndexOf(' ') + 1))).ToList();
        var edit = root.FindToken(finding.Start).Parent switch
        {
            SwitchStatementSyntax choice => Edit(choice, words, exception, text),
            SwitchExpressionSyntax choice => Edit(choice, words, exception, text),
            _ => null,
        };
        return edit is null ? null : await Compiles.OrNothingAsync(document, [edit.Value], cancellationToken).ConfigureAwait(false);
    }

    private static TextChange? Edit(SwitchStatementSyntax choice, IReadOnlyList<(string Name, string Text)> words, string exception, SourceText text)
    {
        if (LabelIn(choice.Sections) is not { } sample)
        {
            return null;
        }

        var rest = choice.Sections.FirstOrDefault(static section => section.Labels.Any(static label => label is DefaultSwitchLabelSyntax));
        var first = choice.Sections[0];
        var line = text.Lines.GetLineFromPosition(first.SpanStart);
        var isOwnLine = LineEdit.IsBlank(text, line.Start, first.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, first.SpanStart));
        var newLine = isOwnLine ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : " ";
        var added = string.Empty;
        foreach (var word in words)
        {
            if (Label(sample, word) is not { } label)
            {
                return null;
            }

            added += (isOwnLine ? indent : string.Empty) + "case " + label + ":" + newLine
                + (isOwnLine ? indent + "    " : string.Empty) + Throw(exception, word.Text) + ";" + newLine;
        }

        if (!isOwnLine)
        {
            return new TextChange(new TextSpan((rest?.SpanStart) ?? choice.CloseBraceToken.SpanStart, 0), added);
        }

        // At the start of a line, above the comments that belong to the default.
        var place = rest is null ? choice.CloseBraceToken : rest.GetFirstToken();
        var start = place.LeadingTrivia.FirstOrDefault(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var position = rest is null || start == default ? place.SpanStart : start.SpanStart;
        return new TextChange(new TextSpan(text.Lines.GetLineFromPosition(position).Start, 0), added);
    }

    private static TextChange? Edit(SwitchExpressionSyntax choice, IReadOnlyList<(string Name, string Text)> words, string exception, SourceText text)
    {
        var rest = choice.Arms.FirstOrDefault(static arm => arm.Pattern is DiscardPatternSyntax);
        if (rest is null || LabelIn(choice.Arms) is not { } sample)
        {
            return null;
        }

        var line = text.Lines.GetLineFromPosition(rest.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, rest.SpanStart));
        var gap = string.IsNullOrWhiteSpace(indent) ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + indent : " ";
        var added = string.Empty;
        foreach (var word in words)
        {
            if (Label(sample, word) is not { } label)
            {
                return null;
            }

            added += label + " => " + Throw(exception, word.Text) + "," + gap;
        }

        return new TextChange(new TextSpan(rest.SpanStart, 0), added);
    }

    /// <summary>A constant that the switch has already: the new ones are written in its style.</summary>
    private static ExpressionSyntax? LabelIn(IEnumerable<SyntaxNode> arms)
    {
        return arms.SelectMany(static arm => arm switch
            {
                SwitchSectionSyntax section => section.Labels.SelectMany(static label => label.DescendantNodes()),
                SwitchExpressionArmSyntax one => one.Pattern.DescendantNodesAndSelf(),
                _ => [],
            })
            .Select(static node => node switch
            {
                CaseSwitchLabelSyntax label => label.Value,
                ConstantPatternSyntax constant => constant.Expression,
                ExpressionSyntax { Parent: CaseSwitchLabelSyntax } value => value,
                _ => null,
            })
            .FirstOrDefault(static value => value is not null && !value.IsKind(SyntaxKind.NullLiteralExpression));
    }

    private static string? Label(ExpressionSyntax sample, (string Name, string Text) word)
    {
        return sample switch
        {
            LiteralExpressionSyntax => "\"" + word.Text + "\"",
            _ when word.Name.Length == 0 => null,
            MemberAccessExpressionSyntax access => access.Expression + "." + word.Name,
            IdentifierNameSyntax => word.Name,
            _ => null,
        };
    }

    private static string Throw(string exception, string text)
    {
        return "throw new " + exception + "(\"The answer ended with '" + text + "'.\")";
    }
}
