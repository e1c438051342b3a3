using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Builds the request of a chain into a local, and sends that.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RequestObjectRefactoring))]
internal sealed class RequestObjectRefactoring : CodeRefactoringProvider
{
    public const string EquivalenceKey = "OpenRouter.RequestObject";

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var place = root?.FindToken(context.Span.Start).Parent;
        if (place?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault() is not { Parent: BlockSyntax } statement ||
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model ||
            KnownTypes.TryFind(model.Compilation) is not { } known ||
            SendingChain.Find(place, statement, model, known, context.CancellationToken) is not { } chain || !chain.StartsFromMembers() ||
            chain.Send.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null) ||
            Find(chain, known) is not { Build: { } build, Send: { } send })
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (!TextRefactoring.OwnsItsLines(text, statement))
        {
            return;
        }

        var request = new FreeNames(statement).Take("request");
        // With the line breaks and comments between the steps.
        var steps = text.ToString(TextSpan.FromBounds(chain.Send.SpanStart, chain.SendAccess.OperatorToken.SpanStart));
        var separator = chain.Send.ArgumentList.Arguments.Count == 0 ? string.Empty : ", ";
        TextRefactoring.Register(
            context,
            "Build the request into a local",
            EquivalenceKey,
            [
                new TextChange(
                    new TextSpan(statement.SpanStart, 0),
                    "var " + request + " = " + steps + "." + build + "();" + TextRefactoring.NewLineOf(text) + TextRefactoring.IndentAt(text, statement.SpanStart)),
                new TextChange(
                    TextSpan.FromBounds(chain.Send.SpanStart, chain.Send.ArgumentList.OpenParenToken.Span.End),
                    chain.Maker.Expression + "." + send + "(" + request + separator),
            ]);
    }

    /// <summary>The method that builds, and the one of the same group that sends what was built, as the chain does.</summary>
    private static (string Build, string Send)? Find(SendingChain chain, KnownTypes known)
    {
        for (var declaring = chain.SendMethod.ContainingType; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var build in declaring.GetMembers().OfType<IMethodSymbol>().Where(method =>
                method is { Parameters.IsEmpty: true, IsStatic: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary }
                && method.ReturnType.SpecialType == SpecialType.None && !known.IsRequestBuilder(method.ReturnType) && !known.IsSendingMethod(method)))
            {
                var send = chain.MakerMethod.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
                    known.IsSendingMethod(method)
                    && SymbolEqualityComparer.Default.Equals(method.ReturnType, chain.SendMethod.ReturnType)
                    && method.Parameters.Length == chain.SendMethod.Parameters.Length + 1
                    && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, build.ReturnType)
                    && method.Parameters.Skip(1).Zip(chain.SendMethod.Parameters, static (one, other) => SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(static isSame => isSame));
                if (send is not null)
                {
                    return (build.Name, send.Name);
                }
            }
        }

        return null;
    }
}
