using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>Whether a client, and all that is taken out of it, sends its request in the same body and is gone then.</summary>
internal static class SpentClient
{
    private const int Deepest = 4;

    public static bool IsSpent(IOperation mention, BodyContext body)
    {
        return IsSpent(mention, body, Deepest);
    }

    private static bool IsSpent(IOperation mention, BodyContext body, int depth)
    {
        var value = mention;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IInvocationOperation call when call.Instance == value && body.Known.IsSendingMethod(call.TargetMethod):
                case IConditionalAccessOperation access when access.Operation == value:
                case IUsingOperation or IExpressionStatementOperation:
                    return true;
                case IInvocationOperation call when call.Instance == value:
                case IPropertyReferenceOperation property when property.Instance == value:
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                    value = parent;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return depth > 0 && body.Facts.References.Of(declarator.Symbol).All(other => IsSpent(other, body, depth - 1));
                default:
                    return false;
            }
        }

        return false;
    }
}
