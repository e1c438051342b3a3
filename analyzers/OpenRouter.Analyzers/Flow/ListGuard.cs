using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Whether a list was asked for its length, or handed to somebody who may have asked, before an item is taken. Which of
/// the two branches of a test an access stands in does not matter here: nobody takes an item because there is none.
/// </summary>
internal static class ListGuard
{
    private enum Question
    {
        None,
        Null,
        Length,
    }

    public static bool IsGuarded(ItemAccess access, bool isNullTestEnough, ReferenceIndex references)
    {
        var ancestors = new HashSet<IOperation>(AncestorsOf(access.Access));
        var start = access.Access.Syntax.SpanStart;
        foreach (var mention in MentionsOf(access, references))
        {
            var asked = Ask(mention);
            if (mention != access.Member.Reference && (asked == Question.Length || (isNullTestEnough && asked == Question.Null)) &&
                mention.Syntax.SpanStart <= start && Decides(mention, ancestors))
            {
                return true;
            }
        }

        return ancestors.OfType<ITryOperation>().Any(CatchesMissingItem);
    }

    private static IEnumerable<IOperation> MentionsOf(ItemAccess access, ReferenceIndex references)
    {
        foreach (var mention in references.Of(access.Member.Property))
        {
            if (!access.Member.IsSame(mention))
            {
                continue;
            }

            yield return mention;
            var holder = mention;
            while (holder.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
            {
                holder = holder.Parent;
            }

            var copy = holder.Parent switch
            {
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
                IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol matched } } => matched,
                IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol matched } } => matched,
                _ => null,
            };
            foreach (var further in copy is null ? [] : references.Of(copy))
            {
                yield return further;
            }
        }
    }

    private static Question Ask(IOperation mention)
    {
        var parent = mention.Parent;
        switch (parent)
        {
            case IConversionOperation or IParenthesizedOperation:
                return Ask(parent);
            case IConditionalAccessOperation access when access.Operation == mention:
                return access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(inner =>
                    inner is IConditionalAccessInstanceOperation && ConditionalAccess.OwnerOf(inner) == access) is { } placeholder
                        ? Ask(placeholder)
                        : Question.None;
            case IConditionalAccessOperation:
                return Ask(parent);
            case IPropertyReferenceOperation { Property.IsIndexer: false }:
            case IForEachLoopOperation or ISwitchOperation or ISwitchExpressionOperation:
                return Question.Length;
            case IInvocationOperation call:
                return call.TargetMethod.Name == "GetEnumerator" ? Question.None : Question.Length;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return ItemAccess.ListOf(call) is null ? Question.Length : Question.None;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return Question.Null;
            case IIsPatternOperation match:
                return AskOf(match.Pattern);
            case IPropertySubpatternOperation { Pattern: var pattern }:
                return AskOf(pattern);
            default:
                return Question.None;
        }
    }

    private static Question AskOf(IPatternOperation pattern)
    {
        var isAboutNull = pattern.DescendantsAndSelf().All(static part => part switch
        {
            INegatedPatternOperation or IConstantPatternOperation or ITypePatternOperation or IDeclarationPatternOperation or IDiscardPatternOperation => true,
            IRecursivePatternOperation recursive => recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty,
            IPatternOperation => false,
            _ => true,
        });
        return isAboutNull ? Question.Null : Question.Length;
    }

    /// <summary>Whether what was asked can keep the access from being reached.</summary>
    private static bool Decides(IOperation question, HashSet<IOperation> accessAncestors)
    {
        var child = question;
        for (var parent = question.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (accessAncestors.Contains(parent))
            {
                return parent switch
                {
                    IConditionalOperation choice => choice.Condition == child,
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
                    ISwitchOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or ILoopOperation => true,
                    ISwitchCaseOperation when child is ICaseClauseOperation => true,
                    IBlockOperation or ISwitchCaseOperation or IMethodBodyBaseOperation => MayLeaveOrStore(child),
                    _ => false,
                };
            }
        }

        return false;
    }

    private static bool MayLeaveOrStore(IOperation statement)
    {
        return statement is not (IConditionalOperation or ILoopOperation or ISwitchOperation)
            || statement.DescendantsAndSelf().Any(static inner => inner is IBranchOperation or IReturnOperation or IThrowOperation);
    }

    private static bool CatchesMissingItem(ITryOperation attempt)
    {
        return attempt.Catches.Any(static handler =>
            handler.ExceptionType.Name is "ArgumentOutOfRangeException" or "IndexOutOfRangeException" or "NullReferenceException" or "InvalidOperationException");
    }

    private static IEnumerable<IOperation> AncestorsOf(IOperation operation)
    {
        for (var ancestor = operation.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            yield return ancestor;
        }
    }
}
