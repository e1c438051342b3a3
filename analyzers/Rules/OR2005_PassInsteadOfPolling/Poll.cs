using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;

/// <summary>One place where the rounds of a stream end because a token was asked.</summary>
internal sealed class Poll
{
    private Poll(SyntaxNode test, IOperation asked, string? token)
    {
        Test = test;
        Name = asked.Syntax.ToString();
        Token = token;
    }

    /// <summary>The expression that asks.</summary>
    public SyntaxNode Test { get; }

    /// <summary>The token or source, as it is written.</summary>
    public string Name { get; }

    /// <summary>The expression to pass, or nothing when there may be no token.</summary>
    public string? Token { get; }

    public static IEnumerable<Poll> FindAll(StreamUse use, BodyContext body)
    {
        foreach (var lambda in use.Stream.Operators.Where(static call => call.TargetMethod.Name == "TakeWhile").SelectMany(static call => call.Arguments.Skip(1)))
        {
            foreach (var test in lambda.Descendants().Where(operation => IsTest(operation, body.Known)))
            {
                if (Decision(test, out var onCancelled) is IReturnOperation && !onCancelled && TryMake(test, use.Place, body.Known) is { } poll)
                {
                    yield return poll;
                }
            }
        }

        if (StreamRounds.LoopOf(use.Place, body) is { } loop)
        {
            foreach (var operation in Leaving.WithoutFunctions(loop))
            {
                if (IsTest(operation, body.Known) && EndsRounds(operation, loop) && TryMake(operation, loop, body.Known) is { } poll)
                {
                    yield return poll;
                }
            }
        }
    }

    private static bool IsTest(IOperation operation, KnownTypes known)
    {
        return operation switch
        {
            IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } property => IsTokenOrSource(property.Instance?.Type, known),
            IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" } call => known.IsToken(call.Instance?.Type),
            _ => false,
        };
    }

    private static bool EndsRounds(IOperation test, ILoopOperation loop)
    {
        return test is IInvocationOperation
            ? test.Parent is IExpressionStatementOperation
            : Decision(test, out var onCancelled) switch
            {
                IConditionalOperation { Type: null } choice => Leaving.Leaves(onCancelled ? choice.WhenTrue : choice.WhenFalse, loop),
                IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } around => around == loop && !onCancelled,
                _ => false,
            };
    }

    /// <summary>What a test decides alone, and whether a cancellation makes it true.</summary>
    private static IOperation? Decision(IOperation test, out bool onCancelled)
    {
        onCancelled = true;
        for (var child = test; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IConditionalAccessOperation access when access.WhenNotNull == child:
                case IParenthesizedOperation:
                case IConversionOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsTrue(equality.RightOperand):
                case ICoalesceOperation coalesce when coalesce.Value == child:
                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    onCancelled = !onCancelled;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } when onCancelled:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } when !onCancelled:
                    break;
                case IConditionalOperation choice when choice.Condition == child:
                case IWhileLoopOperation loop when loop.Condition == child:
                case IReturnOperation:
                    return parent;
                default:
                    return null;
            }
        }

        return null;
    }

    private static Poll? TryMake(IOperation test, IOperation place, KnownTypes known)
    {
        var asked = test is IPropertyReferenceOperation property ? property.Instance! : ((IInvocationOperation)test).Instance!;
        if (asked is IConditionalAccessInstanceOperation)
        {
            return ConditionalAccess.OwnerOf(asked) is IConditionalAccessOperation access && IsOlder(access.Operation, place)
                ? new Poll(access.Syntax, access.Operation, token: null)
                : null;
        }

        if (!IsOlder(asked, place))
        {
            return null;
        }

        var text = asked.Syntax.ToString();
        return new Poll(test.Syntax, asked, known.IsToken(asked.Type) ? text : text + ".Token");
    }

    // What is made inside the loop is of the chunk, and no sign for the whole request.
    private static bool IsOlder(IOperation asked, IOperation place)
    {
        return asked switch
        {
            IInstanceReferenceOperation => true,
            IParameterReferenceOperation => true,
            ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
                && declaration.Span.End <= place.Syntax.SpanStart,
            IFieldReferenceOperation field => field.Instance is null || IsOlder(field.Instance, place),
            IPropertyReferenceOperation property => property.Arguments.IsEmpty && (property.Instance is null || IsOlder(property.Instance, place)),
            _ => false,
        };
    }

    private static bool IsTokenOrSource(ITypeSymbol? type, KnownTypes known)
    {
        return known.IsToken(type) || known.IsTokenSource(type);
    }

    private static bool IsTrue(IOperation operation)
    {
        return operation.ConstantValue is { HasValue: true, Value: true }
            || (operation is IConversionOperation conversion && IsTrue(conversion.Operand));
    }
}
