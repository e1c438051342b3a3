using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;

/// <summary>Whether a catch block does nothing that anybody could notice.</summary>
internal static class CatchBlock
{
    public static bool IsSilent(ICatchClauseOperation clause, BodyContext body)
    {
        return clause.Handler.Operations.All(statement => IsSilent(statement, clause, body));
    }

    private static bool IsSilent(IOperation statement, ICatchClauseOperation clause, BodyContext body)
    {
        return statement switch
        {
            IBlockOperation block => block.Operations.All(inner => IsSilent(inner, clause, body)),
            IBranchOperation or IEmptyOperation => true,
            // What was received so far, returned as the answer. Any other value may say that there is none.
            IReturnOperation { ReturnedValue: var value } => value is null || new ModelTextFlow(body).IsModelText(value),
            // A local that nobody but the block sees.
            IVariableDeclarationGroupOperation => statement.Descendants().All(static operation => operation is not IInvocationOperation and not IThrowOperation and not IAssignmentOperation),
            _ => false,
        };
    }
}
