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

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>Reads the stream once, into a list, and lets everything that read the stream read the list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadIntoListCodeFix))]
internal sealed class ReadIntoListCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1006.List";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.EnumerateStreamOnce);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Read the stream once, into a list", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await StreamLocal.FindAsync(document, finding, cancellationToken).ConfigureAwait(false) is not { } local ||
            !MayBeKept(local.Type, local.Model) ||
            ReadsStream(local.Value, local.Model) ||
            !ReadAtOnce.Is(local))
        {
            return null;
        }

        var edit = new List<TextChange>();
        var options = new ReadingOptions();
        foreach (var mention in local.Mentions)
        {
            if (ListReading.TryEdit(mention, local.Model, options) is not { } changes)
            {
                return null;
            }

            edit.AddRange(changes);
        }

        return options.Arguments is { } arguments && Declaration(local, arguments) is { } declaration
            ? await Compiles.OrNothingAsync(document, edit.Concat(declaration).OrderBy(static change => change.Span.Start).ToList(), cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static IEnumerable<TextChange>? Declaration(StreamLocal local, string arguments)
    {
        var declaration = local.Declaration;
        var type = TextSpan.FromBounds(declaration.SpanStart, declaration.Declaration.Type.Span.End);
        if (AwaitPlace.HoldsComment(declaration, declaration.SpanStart, local.Value.SpanStart))
        {
            return null;
        }

        var isPrimary = StreamLocal.IsPrimary(local.Value);
        return
        [
            new TextChange(type, "var"),
            new TextChange(new TextSpan(local.Value.SpanStart, 0), isPrimary ? "await " : "await ("),
            new TextChange(new TextSpan(local.Value.Span.End, 0), (isPrimary ? "" : ")") + LineBreakOf(local.Value) + ".ToListAsync" + arguments),
        ];
    }

    // Text that lies in the buffer of its stream is gone when the next piece arrives; chunks and strings are not.
    private static bool MayBeKept(ITypeSymbol stream, SemanticModel model)
    {
        return KnownTypes.TryFind(model.Compilation)?.ChunkOf(stream) is not null
            || stream.AllInterfaces.Append(stream).OfType<INamedTypeSymbol>()
                .Any(static face => face is { Name: "IAsyncEnumerable", TypeArguments.Length: 1 } && face.TypeArguments[0].SpecialType == SpecialType.System_String);
    }

    // Operators over another local read that one too, which stays as it is.
    private static bool ReadsStream(ExpressionSyntax value, SemanticModel model)
    {
        return value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol
            && model.GetTypeInfo(name).Type is { } type
            && type.AllInterfaces.Append(type).Any(static face => face.Name == "IAsyncEnumerable"));
    }

    // A chain with a step on each line gets another line.
    private static string LineBreakOf(ExpressionSyntax chain)
    {
        if (chain is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } })
        {
            return "";
        }

        var lineBreak = dot.GetPreviousToken().TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lineBreak == default ? "" : lineBreak + dot.LeadingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
    }
}
