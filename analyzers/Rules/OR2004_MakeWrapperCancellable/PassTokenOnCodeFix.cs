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

namespace OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;

/// <summary>Gives the iterator a token, and the stream behind it the same one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassTokenOnCodeFix))]
internal sealed class PassTokenOnCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR2004.Pass";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MakeWrapperCancellable);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Pass the consumer's token on", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var wrapper = root?.FindToken(finding.Start).Parent;
        var parameters = wrapper switch
        {
            MethodDeclarationSyntax method when !method.Modifiers.Any(SyntaxKind.PartialKeyword) => method.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            _ => null,
        };
        if (root is null || model is null || wrapper is null || parameters is null)
        {
            return null;
        }

        return diagnostic.Properties.TryGetValue(WrapperProperties.Token, out var token) && token is not null
            ? Forward(token, wrapper, parameters, model)
            : Add(wrapper, parameters, root, model, diagnostic);
    }

    private static IReadOnlyList<TextChange>? Add(SyntaxNode wrapper, ParameterListSyntax parameters, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(WrapperProperties.Call, out var name) || name is null ||
            parameters.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)) ||
            model.GetDeclaredSymbol(wrapper) is not IMethodSymbol symbol ||
            symbol.ContainingType.GetMembers(symbol.Name).Length > 1 || IsDelegate(symbol, root, model))
        {
            return null;
        }

        var token = FreeName(wrapper);
        var attribute = NameOf("System.Runtime.CompilerServices.EnumeratorCancellationAttribute", model, parameters.SpanStart);
        var type = NameOf("System.Threading.CancellationToken", model, parameters.SpanStart);
        var declaration = "[" + attribute.Substring(0, attribute.Length - "Attribute".Length) + "] " + type + " " + token + " = default";
        var edit = new List<TextChange>
        {
            parameters.Parameters.Count == 0
                ? new TextChange(new TextSpan(parameters.OpenParenToken.Span.End, 0), declaration)
                : new TextChange(new TextSpan(parameters.Parameters.Last().Span.End, 0), ", " + declaration),
        };
        foreach (var call in Inside(wrapper).OfType<InvocationExpressionSyntax>().Where(call => TokenArgument.NameOf(call) == name))
        {
            if (!call.ArgumentList.Arguments.Any(argument => model.GetTypeInfo(argument.Expression).Type is { Name: "CancellationToken" }))
            {
                edit.Add(TokenArgument.Pass(token, call, diagnostic));
            }
        }

        return edit.Count == 1 ? null : edit.OrderBy(static change => change.Span.Start).ToList();
    }

    private static IReadOnlyList<TextChange>? Forward(string token, SyntaxNode wrapper, ParameterListSyntax parameters, SemanticModel model)
    {
        var edit = new List<TextChange>();
        var parameter = parameters.Parameters.First(candidate => candidate.Identifier.ValueText == token);
        if (parameter.AttributeLists.Count == 0)
        {
            var attribute = NameOf("System.Runtime.CompilerServices.EnumeratorCancellationAttribute", model, parameters.SpanStart);
            edit.Add(new TextChange(new TextSpan(parameter.SpanStart, 0), "[" + attribute.Substring(0, attribute.Length - "Attribute".Length) + "] "));
        }

        foreach (var loop in Inside(wrapper).OfType<ForEachStatementSyntax>().Where(static loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)))
        {
            if (loop.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                edit.Add(new TextChange(new TextSpan(loop.Expression.Span.End, 0), ".WithCancellation(" + parameter.Identifier.Text + ")"));
            }
        }

        return edit.Exists(static change => change.NewText!.StartsWith(".", System.StringComparison.Ordinal)) ? edit : null;
    }

    private static IEnumerable<SyntaxNode> Inside(SyntaxNode wrapper)
    {
        return wrapper.DescendantNodes(node => node == wrapper || node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax);
    }

    // A delegate has no room for one more parameter.
    private static bool IsDelegate(IMethodSymbol symbol, SyntaxNode root, SemanticModel model)
    {
        return root.DescendantNodes().OfType<SimpleNameSyntax>().Any(mention =>
            mention.Identifier.ValueText == symbol.Name && !IsCalled(mention) && model.GetSymbolInfo(mention).Symbol is IMethodSymbol);
    }

    private static bool IsCalled(SimpleNameSyntax mention)
    {
        return mention.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == mention => access.Parent is InvocationExpressionSyntax call && call.Expression == access,
            MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
            _ => mention.Parent is InvocationExpressionSyntax plain && plain.Expression == mention,
        };
    }

    private static string FreeName(SyntaxNode wrapper)
    {
        var around = (SyntaxNode?)wrapper.FirstAncestorOrSelf<MethodDeclarationSyntax>() ?? wrapper.SyntaxTree.GetRoot();
        var taken = around.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText).ToImmutableHashSet();
        var number = 1;
        var name = "cancellationToken";
        while (taken.Contains(name))
        {
            number++;
            name = "cancellationToken" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string NameOf(string type, SemanticModel model, int position)
    {
        var symbol = model.Compilation.GetTypeByMetadataName(type);
        return symbol is null || model.LookupNamespacesAndTypes(position, name: symbol.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, symbol)) ? type.Substring(type.LastIndexOf('.') + 1) : type;
    }
}
