using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;

/// <summary>
/// What becomes of a builder: it is followed through the steps of its chain and through locals. Being sent, built, or handed to
/// anything else is a use; only when every path ends in a statement that drops the value is it known to be of no use.
/// </summary>
internal sealed class RequestFate
{
    private readonly BodyContext _body;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private RequestFate(BodyContext body)
    {
        _body = body;
    }

    public static bool IsUsed(IOperation begun, BodyContext body)
    {
        return new RequestFate(body).Uses(begun);
    }

    private bool Uses(IOperation value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case ICoalesceOperation:
                    value = value.Parent;
                    continue;
                case IInvocationOperation step when step.Instance == value && IsStep(step):
                    value = step;
                    continue;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value:
                    if (Uses(local.Local, assignment))
                    {
                        return true;
                    }

                    value = assignment;
                    continue;
                case ISimpleAssignmentOperation { Target: IDiscardOperation } assignment:
                    value = assignment;
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } declarator }:
                    return Uses(local, declarator);
                // Asking whether there is one is no use of it.
                case IIsPatternOperation or IBinaryOperation:
                    return false;
                case IExpressionStatementOperation statement:
                    return IsBodyOfLambda(statement);
                default:
                    return true;
            }
        }
    }

    private bool Uses(ILocalSymbol local, IOperation place)
    {
        if (!_followed.Add(local))
        {
            return false;
        }

        foreach (var mention in _body.Facts.References.Of(local))
        {
            var isTarget = mention.Parent is ISimpleAssignmentOperation assignment && assignment.Target == mention;
            if (!isTarget && (FunctionOf(mention) != FunctionOf(place) || Uses(mention)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStep(IInvocationOperation call)
    {
        return !_body.Known.IsSendingMethod(call.TargetMethod) && _body.Known.IsRequestBuilder(call.Type);
    }

    // As a lambda without braces it is what somebody wanted to see happen, such as a refusal.
    private static bool IsBodyOfLambda(IOperation statement)
    {
        return statement.Parent is IBlockOperation { Parent: IAnonymousFunctionOperation } block && block.Syntax == statement.Syntax;
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
