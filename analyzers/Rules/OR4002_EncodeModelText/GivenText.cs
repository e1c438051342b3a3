using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>What a mention of a variable puts into it: by assignment, or by adding to the builder or list that it holds.</summary>
internal static class GivenText
{
    public static IEnumerable<IOperation> Of(IOperation mention)
    {
        switch (mention.Parent)
        {
            case IAssignmentOperation assignment when assignment.Target == mention:
                yield return assignment.Value;
                break;
            case IInvocationOperation call when call.Instance == mention && Adds(call):
                // A chain appends one after the other.
                for (IOperation? link = call; link is IInvocationOperation step && Adds(step); link = link.Parent)
                {
                    foreach (var argument in step.Arguments)
                    {
                        yield return argument.Value;
                    }
                }

                break;
        }
    }

    /// <summary>The value that a local is declared with, or the collection that it runs over.</summary>
    public static IOperation? FirstOf(ILocalSymbol local, IOperation mention, CancellationToken cancellationToken)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return declaration is null || mention.SemanticModel is not { } model || model.SyntaxTree != declaration.SyntaxTree
            ? null
            : model.GetOperation(declaration, cancellationToken) switch
            {
                IForEachLoopOperation loop => loop.Collection,
                IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
                _ => null,
            };
    }

    private static bool Adds(IInvocationOperation call)
    {
        return call.TargetMethod.Name is "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert" or "Add" or "Write";
    }
}
