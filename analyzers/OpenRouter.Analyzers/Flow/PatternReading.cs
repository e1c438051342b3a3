using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What the patterns that a chunk is matched with ask for, and the variables that they bind.</summary>
internal static class PatternReading
{
    /// <summary>Whether a pattern asks for the end of the answer, or takes the value apart by code of its own.</summary>
    public static bool Read(IOperation patterns, AnnotatedMembers members, List<ILocalSymbol> variables, List<IPropertySymbol> read)
    {
        foreach (var operation in PatternsIn(patterns))
        {
            switch (operation)
            {
                case IRecursivePatternOperation { DeconstructionSubpatterns.Length: > 0 }:
                    return true;
                case IRecursivePatternOperation recursive when members.IsTerminal(recursive.MatchedType):
                    return true;
                case IRecursivePatternOperation recursive:
                    Bind(recursive.DeclaredSymbol, members, variables);
                    break;
                case ITypePatternOperation type when members.IsTerminal(type.MatchedType):
                    return true;
                case IDeclarationPatternOperation declaration when members.IsTerminal(declaration.MatchedType):
                    return true;
                case IDeclarationPatternOperation declaration:
                    Bind(declaration.DeclaredSymbol, members, variables);
                    break;
                case IListPatternOperation list:
                    Bind(list.DeclaredSymbol, members, variables);
                    break;
                case IPropertySubpatternOperation { Member: IPropertyReferenceOperation member }:
                    if (members.TellsEnd(member.Property))
                    {
                        return true;
                    }

                    if (!members.ReachesEnd(member.Property.Type))
                    {
                        read.Add(member.Property);
                    }

                    break;
                case IPropertySubpatternOperation { Member: not IFieldReferenceOperation }:
                    return true;
            }
        }

        return false;
    }

    private static void Bind(ISymbol? symbol, AnnotatedMembers members, List<ILocalSymbol> variables)
    {
        if (symbol is ILocalSymbol local && members.ReachesEnd(local.Type))
        {
            variables.Add(local);
        }
    }

    // The bodies of a switch hold operations of all kinds; only the patterns of its own cases are of interest.
    private static IEnumerable<IOperation> PatternsIn(IOperation holder)
    {
        switch (holder)
        {
            case ISwitchOperation choice:
                foreach (var section in choice.Cases)
                {
                    foreach (var clause in section.Clauses)
                    {
                        if (clause is IPatternCaseClauseOperation { Pattern: { } pattern })
                        {
                            foreach (var operation in pattern.DescendantsAndSelf())
                            {
                                yield return operation;
                            }
                        }
                    }
                }

                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    foreach (var operation in arm.Pattern.DescendantsAndSelf())
                    {
                        yield return operation;
                    }
                }

                break;
            default:
                foreach (var operation in holder.DescendantsAndSelf())
                {
                    yield return operation;
                }

                break;
        }
    }
}
