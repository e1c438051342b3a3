using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;

/// <summary>Throws the error of a chunk before anything else is done with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThrowErrorCodeFix))]
internal sealed class ThrowErrorCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1009.Throw";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CheckErrorChunk);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Throw the error of a chunk", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(CheckErrorChunkProperties.ErrorPath, out var path) || path is null ||
            document.Project.ParseOptions is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            await StreamLoop.FindAsync(document, finding, cancellationToken).ConfigureAwait(false) is not { } loop ||
            loop.Model.GetDeclaredSymbol(loop.Syntax, cancellationToken) is not { } chunk ||
            FinishCheck.TypeAt(chunk.Type, path) is not { } type ||
            new ErrorCheck(type, chunk.Type.ContainingNamespace, loop.Model, loop.Syntax.SpanStart) is not { IsTellable: true } check)
        {
            return null;
        }

        var error = loop.FreeName("error");
        var edit = loop.AtStartOfBody(
            "if (" + FinishCheck.Match(loop.Syntax.Identifier.Text, path, error) + ")",
            "{",
            "    " + check.ThrowFor(error),
            "}").ToList();
        return await Compiles.OrNothingAsync(document, edit, cancellationToken).ConfigureAwait(false);
    }
}
