using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>Says where <c>async void</c> is what the caller asks for.</summary>
internal static class VoidFunction
{
    public static bool IsForced(IOperation? function, IMethodSymbol symbol, IOperation work)
    {
        return IsEventHandler(symbol)
            || symbol.IsOverride
            || !symbol.ExplicitInterfaceImplementations.IsEmpty
            || ImplementsInterface(symbol)
            || (function is IAnonymousFunctionOperation ? !IsArgument(function) : IsSubscribed(symbol, work));
    }

    // Frameworks differ in what a sender is, and in whether their arguments derive from EventArgs.
    private static bool IsEventHandler(IMethodSymbol symbol)
    {
        return symbol.Parameters.Length == 2 && symbol.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);
    }

    private static bool ImplementsInterface(IMethodSymbol symbol)
    {
        return symbol.MethodKind == MethodKind.Ordinary && symbol.ContainingType.AllInterfaces
            .SelectMany(face => face.GetMembers(symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
    }

    // A lambda that is an argument; a command of a user interface is an event handler by another name.
    private static bool IsArgument(IOperation lambda)
    {
        var user = lambda.Parent;
        while (user is IDelegateCreationOperation or IConversionOperation)
        {
            user = user.Parent;
        }

        return user is IArgumentOperation { Parent: var receiver }
            && receiver is IInvocationOperation or IObjectCreationOperation
            && !(receiver is IObjectCreationOperation creation && creation.Type!.AllInterfaces.Any(static face => face.Name == "ICommand"));
    }

    private static bool IsSubscribed(IMethodSymbol symbol, IOperation work)
    {
        return work.Syntax.SyntaxTree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.IsKind(SyntaxKind.AddAssignmentExpression) && NameOf(assignment.Right) == symbol.Name);
    }

    private static string? NameOf(ExpressionSyntax handler)
    {
        return handler switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
