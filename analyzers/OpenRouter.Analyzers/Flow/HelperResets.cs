using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Whether a method that a loop calls may empty a member: a flush of what was gathered, a start of the next line.</summary>
internal static class HelperResets
{
    public static bool MayReset(ISymbol member, ILoopOperation loop)
    {
        return member is IFieldSymbol or IPropertySymbol && loop.Body.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
            SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, member.ContainingType.OriginalDefinition) &&
            MayReset(call.TargetMethod.OriginalDefinition, member, loop));
    }

    private static bool MayReset(IMethodSymbol method, ISymbol member, ILoopOperation loop)
    {
        foreach (var declaration in method.DeclaringSyntaxReferences)
        {
            // What stands in another file is not looked at, and may do anything.
            if (declaration.SyntaxTree != loop.Syntax.SyntaxTree || declaration.GetSyntax(CancellationToken.None).DescendantNodes().Any(node => Resets(node, member.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Resets(SyntaxNode node, string name)
    {
        return node switch
        {
            AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && (NameOf(assignment.Left) == name || NameOf((assignment.Left as MemberAccessExpressionSyntax)?.Expression) == name),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText is "Clear" or "Remove" or "RemoveAt" or "RemoveRange" && NameOf(access.Expression) == name,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NameOf(argument.Expression) == name,
            _ => false,
        };
    }

    private static string? NameOf(ExpressionSyntax? expression)
    {
        return expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
