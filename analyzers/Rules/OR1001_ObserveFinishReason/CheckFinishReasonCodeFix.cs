using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>Keeps the finish reason in a local and looks at it after the loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckFinishReasonCodeFix))]
[Shared]
internal sealed class CheckFinishReasonCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1001.Check";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ObserveFinishReason);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Check the finish reason after the loop", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.FinishPath, out var path) || path is null ||
            document.Project.ParseOptions is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            await StreamLoop.FindAsync(document, finding, cancellationToken).ConfigureAwait(false) is not { } loop ||
            loop.Model.GetDeclaredSymbol(loop.Syntax, cancellationToken) is not { } chunk ||
            FinishCheck.TypeAt(chunk.Type, path) is not { } type)
        {
            return null;
        }

        var finish = loop.FreeName("finish");
        var reason = loop.FreeName("reason");
        var check = new FinishCheck(type, loop.Model, loop.Syntax.SpanStart);
        var edit = new List<TextChange> { loop.Before(check.Declare(finish)) };
        edit.AddRange(loop.AtStartOfBody(
            "if (" + FinishCheck.Match(loop.Syntax.Identifier.Text, path, reason) + ")",
            "{",
            "    " + finish + " = " + reason + ";",
            "}"));
        edit.Add(loop.After(
            "if (" + check.ConditionFor(finish) + ")",
            "{",
            "    " + check.ThrowFor(finish),
            "}"));
        return edit.OrderBy(static change => change.Span.Start).ToList();
    }
}
