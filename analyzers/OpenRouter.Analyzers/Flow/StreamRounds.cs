using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The rounds of a loop over a stream, and whether something in it runs in one of them only.</summary>
internal static class StreamRounds
{
    /// <summary>The loop over a stream: <c>await foreach</c>, or a <c>while</c> that moves an enumerator.</summary>
    public static ILoopOperation? LoopOf(IOperation place, BodyContext body)
    {
        if (place is IForEachLoopOperation loop)
        {
            return loop;
        }

        var value = place;
        while (value.Parent is IConversionOperation or IAwaitOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            return null;
        }

        var moves = body.Facts.References.Of(declarator.Symbol).Where(static reference => reference.Parent is IInvocationOperation { TargetMethod.Name: "MoveNextAsync" }).ToList();
        return moves.Count == 1 ? WhileOf(moves[0]) : null;
    }

    /// <summary>Whether the operation runs once at most: where the loop is left, or at the end of the answer.</summary>
    public static bool RunsOnce(IOperation operation, ILoopOperation loop, KnownTypes known)
    {
        for (var child = operation; child.Parent is { } parent && child != loop; child = parent)
        {
            var runsOnce = parent switch
            {
                IConditionalOperation choice when choice.Condition != child => TellsEnd(choice.Condition, known),
                ISwitchCaseOperation { Parent: ISwitchOperation choice } => TellsEnd(choice.Value, known),
                ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => TellsEnd(choice.Value, known),
                ICatchClauseOperation => true,
                IBlockOperation block => Leaving.Leaves(block, loop) || block.Operations.TakeWhile(earlier => earlier != child).Any(earlier => SkipsUntilEnd(earlier, known)),
                _ => false,
            };
            if (runsOnce || (child is not IBlockOperation && parent is IConditionalOperation && Leaving.Leaves(child, loop)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Continues(IOperation? branch)
    {
        return branch is IBlockOperation block ? Continues(block.Operations.LastOrDefault()) : branch is IBranchOperation { BranchKind: BranchKind.Continue };
    }

    private static IWhileLoopOperation? WhileOf(IOperation move)
    {
        for (var child = move; child.Parent is { } parent; child = parent)
        {
            if (parent is IWhileLoopOperation loop)
            {
                return loop.Condition == child ? loop : null;
            }
        }

        return null;
    }

    // if (there is no finish reason) continue;
    private static bool SkipsUntilEnd(IOperation statement, KnownTypes known)
    {
        return statement is IConditionalOperation { WhenFalse: null } choice
            && Continues(choice.WhenTrue)
            && TellsEnd(choice.Condition, known);
    }

    private static bool TellsEnd(IOperation? condition, KnownTypes known)
    {
        return condition is not null && condition.DescendantsAndSelf().Any(operation => operation switch
        {
            IPropertyReferenceOperation property => known.Members.TellsEnd(property.Property) || known.Members.IsUsage(property.Property),
            IPatternOperation pattern => known.Members.IsTerminal(pattern.NarrowedType),
            ILocalReferenceOperation { IsDeclaration: false } local => IsEnd(local, known),
            IInvocationOperation call => call.Arguments.Any(argument => known.Members.IsTerminal(argument.Parameter?.Type)),
            _ => false,
        });
    }

    // A local that was given the finish reason, here or in a round before.
    private static bool IsEnd(ILocalReferenceOperation local, KnownTypes known)
    {
        var declaration = local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is null || local.SemanticModel is not { } model || declaration.SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        // The name in a pattern is no operation of its own, the pattern is.
        return (model.GetOperation(declaration) ?? model.GetOperation(declaration.Parent!)) switch
        {
            IVariableDeclaratorOperation declarator => declarator.Descendants().OfType<IPropertyReferenceOperation>().Any(property => known.Members.TellsEnd(property.Property)),
            IPatternOperation { Parent: IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } } => known.Members.TellsEnd(member.Property),
            IPatternOperation { Parent: IIsPatternOperation match } => TellsEnd(match.Value, known),
            _ => false,
        };
    }
}
