using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>Says when a sending call needs no token of its own.</summary>
internal static class TokenAtCall
{
    /// <summary>Whether a token reaches the request on another way: a step of the builder, or the one who consumes the result.</summary>
    public static bool IsPassedOtherwise(IInvocationOperation call, KnownTypes known)
    {
        var root = RootOf(call);
        return IsReceiverGivenToken(call, root, known) || IsResultGivenToken(call, root, known);
    }

    /// <summary>Whether the call is made after a cancellation, when the token in scope would stop it at once.</summary>
    public static bool IsCleanUp(IOperation call, KnownTypes known)
    {
        for (var child = call; child.Parent is { } parent; child = parent)
        {
            if (parent is ITryOperation attempt && attempt.Finally == child)
            {
                return true;
            }

            if (parent is ICatchClauseOperation clause && HandlesCancellation(clause, known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HandlesCancellation(ICatchClauseOperation clause, KnownTypes known)
    {
        return known.IsCancellation(clause.ExceptionType)
            || clause.Filter?.DescendantsAndSelf().Any(operation => operation switch
            {
                IIsTypeOperation test => known.IsCancellation(test.TypeOperand),
                IPatternOperation pattern => known.IsCancellation(pattern.NarrowedType),
                _ => false,
            }) == true;
    }

    private static bool IsReceiverGivenToken(IInvocationOperation call, IOperation root, KnownTypes known)
    {
        for (var receiver = ReceiverOf(call); receiver is not null; receiver = ReceiverOf(receiver))
        {
            if (receiver is IInvocationOperation step && IsGivenToken(step, known))
            {
                return true;
            }

            if (receiver is ILocalReferenceOperation local)
            {
                return IsLocalGivenToken(local.Local, root, call, known);
            }
        }

        return false;
    }

    private static bool IsResultGivenToken(IInvocationOperation call, IOperation root, KnownTypes known)
    {
        // Behind an await there is an answer, and no request any more.
        for (IOperation value = call; value.Parent is { } parent and not IAwaitOperation; value = parent)
        {
            switch (parent)
            {
                case IInvocationOperation user when IsGivenToken(user, known):
                    return true;
                case IObjectCreationOperation creation when creation.Arguments.Any(argument => IsTokenArgument(argument, known)):
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return IsLocalGivenToken(declarator.Symbol, root, call, known);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                    return IsLocalGivenToken(target.Local, root, call, known);
                case IInvocationOperation or IArgumentOperation or IConversionOperation or IConditionalAccessOperation or ICoalesceOperation or IConditionalOperation or IParenthesizedOperation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // Any call that has both the local and a token, and any step of the chain that the local was made by.
    private static bool IsLocalGivenToken(ILocalSymbol local, IOperation root, IInvocationOperation call, KnownTypes known)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation == call)
            {
                continue;
            }

            if (operation is IInvocationOperation user && IsGivenToken(user, known) && Mentions(user, local))
            {
                return true;
            }

            if (operation is IVariableDeclaratorOperation declarator &&
                SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) &&
                declarator.DescendantsAndSelf().OfType<IInvocationOperation>().Any(step => IsGivenToken(step, known)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(IInvocationOperation user, ILocalSymbol local)
    {
        for (var receiver = ReceiverOf(user); receiver is not null; receiver = ReceiverOf(receiver))
        {
            if (IsLocal(receiver, local))
            {
                return true;
            }
        }

        return user.Arguments.Any(argument => IsLocal(argument.Value, local));
    }

    private static bool IsLocal(IOperation operation, ILocalSymbol local)
    {
        return operation switch
        {
            IConversionOperation conversion => IsLocal(conversion.Operand, local),
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, local),
            _ => false,
        };
    }

    private static IOperation? ReceiverOf(IOperation operation)
    {
        return operation switch
        {
            IInvocationOperation { Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 } call => call.Arguments[0].Value,
            IPropertyReferenceOperation property => property.Instance,
            IConversionOperation conversion => conversion.Operand,
            IParenthesizedOperation parenthesized => parenthesized.Operand,
            _ => null,
        };
    }

    private static bool IsGivenToken(IInvocationOperation call, KnownTypes known)
    {
        return call.Arguments.Any(argument => IsTokenArgument(argument, known));
    }

    private static bool IsTokenArgument(IArgumentOperation argument, KnownTypes known)
    {
        return argument.ArgumentKind == ArgumentKind.Explicit && known.IsToken(argument.Parameter?.Type);
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
