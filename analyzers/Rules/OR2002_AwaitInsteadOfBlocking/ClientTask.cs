using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;

/// <summary>The calls of a body whose result is there only when a model has written something.</summary>
internal static class ClientTask
{
    public static IEnumerable<IInvocationOperation> FindAll(BodyContext body)
    {
        var calls = body.Facts.Sends.Concat(body.Facts.Collects).Concat(body.Facts.Streams.Select(static use => use.Place).OfType<IInvocationOperation>());
        return calls.Concat(body.Facts.Streams.SelectMany(use => MovesOf(use.Place, body))).Distinct();
    }

    private static IEnumerable<IInvocationOperation> MovesOf(IOperation place, BodyContext body)
    {
        return place.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? body.Facts.References.Of(declarator.Symbol).Select(static reference => reference.Parent).OfType<IInvocationOperation>().Where(static call => call.TargetMethod.Name == "MoveNextAsync")
            : [];
    }
}
