using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>Awaits what was dropped, or lets a method return a task in place of nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallCodeFix))]
internal sealed class AwaitCallCodeFix : CodeFixProvider
{
    public const string AwaitKey = "OR1007.Await";
    public const string TaskKey = "OR1007.Task";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AwaitCall);

    public override FixAllProvider GetFixAllProvider()
    {
        return WellKnownFixAllProviders.BatchFixer;
    }

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || model is null || !diagnostic.Properties.TryGetValue(AwaitCallProperties.Repair, out var repair))
            {
                continue;
            }

            var node = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!;
            if (repair == AwaitCallProperties.Await && Await(node, diagnostic.Location.SourceSpan) is { } awaited)
            {
                Register(context, diagnostic, "Await the call", AwaitKey, awaited);
            }
            else if (repair == AwaitCallProperties.ReturnTask && ReturnTask(node, root, model) is { } returned)
            {
                Register(context, diagnostic, "Return a task", TaskKey, returned);
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string key, TextChange change)
    {
        context.RegisterCodeFix(CodeAction.Create(title, token => ApplyAsync(context.Document, change, token), key), diagnostic);
    }

    private static TextChange? Await(SyntaxNode node, TextSpan name)
    {
        var call = node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(candidate => candidate.Expression.Span.Contains(name) && candidate.ArgumentList.SpanStart >= name.End);
        ExpressionSyntax? value = call;
        while (value?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "Preserve", Parent: InvocationExpressionSyntax outer })
        {
            value = outer;
        }

        if (value is null || !AwaitPlace.IsAsync(value))
        {
            return null;
        }

        return value.Parent switch
        {
            ExpressionStatementSyntax => new TextChange(new TextSpan(value.SpanStart, 0), "await "),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } discard, Parent: ExpressionStatementSyntax } assignment when !AwaitPlace.HoldsComment(assignment, discard.SpanStart, value.SpanStart)
                => new TextChange(TextSpan.FromBounds(discard.SpanStart, value.SpanStart), "await "),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } => new TextChange(new TextSpan(value.SpanStart, 0), "await "),
            _ => null,
        };
    }

    private static TextChange? ReturnTask(SyntaxNode node, SyntaxNode root, SemanticModel model)
    {
        var (type, name) = node switch
        {
            MethodDeclarationSyntax method when !method.Modifiers.Any(SyntaxKind.PartialKeyword) => (method.ReturnType, method.Identifier.ValueText),
            LocalFunctionStatementSyntax local => (local.ReturnType, local.Identifier.ValueText),
            _ => default,
        };
        // As a delegate it has to stay what it is.
        var isDelegate = root.DescendantNodes().OfType<SimpleNameSyntax>().Any(mention => mention.Identifier.ValueText == name && !IsCalled(mention) && model.GetSymbolInfo(mention).Symbol is IMethodSymbol);
        return type is null || isDelegate || model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is not { } task
            ? null
            : new TextChange(type.Span, task.ToMinimalDisplayString(model, type.SpanStart));
    }

    private static bool IsCalled(SimpleNameSyntax mention)
    {
        ExpressionSyntax function = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        return function.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call && call.Expression == function;
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
