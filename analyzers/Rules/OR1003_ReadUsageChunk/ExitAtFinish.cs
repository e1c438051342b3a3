using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;

/// <summary>The places where a stream is left because there is a finish reason.</summary>
internal sealed class ExitAtFinish
{
    private readonly BodyContext _body;
    private bool _isAtFinish;
    private bool _hasOtherReason;

    private ExitAtFinish(BodyContext body)
    {
        _body = body;
    }

    public static IEnumerable<IOperation> In(ILoopOperation loop, BodyContext body)
    {
        return Leaving.WithoutFunctions(loop.Body).Where(operation => Exits(operation, loop) && IsAtFinish(operation, loop, body));
    }

    /// <summary>An operator that ends a stream before the first chunk that has a finish reason.</summary>
    public static bool IsTakeWhile(IInvocationOperation call, BodyContext body)
    {
        if (call is not { TargetMethod.Name: "TakeWhile", Arguments.Length: 2 } || FinishCondition.ResultOf(call.Arguments[1].Value) is not { } condition)
        {
            return false;
        }

        var exit = new ExitAtFinish(body);
        exit.Judge(condition, outcome: false);
        return exit._isAtFinish && !exit._hasOtherReason;
    }

    private static bool Exits(IOperation operation, ILoopOperation loop)
    {
        return operation switch
        {
            IBranchOperation { BranchKind: BranchKind.Break } jump => SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel),
            IBranchOperation { BranchKind: BranchKind.GoTo } jump => jump.Target.DeclaringSyntaxReferences is { Length: 1 } labels && !loop.Syntax.Span.Contains(labels[0].Span),
            IReturnOperation { IsImplicit: false, Kind: OperationKind.Return or OperationKind.YieldBreak } => true,
            _ => false,
        };
    }

    private static bool IsAtFinish(IOperation jump, ILoopOperation loop, BodyContext body)
    {
        var exit = new ExitAtFinish(body);
        for (var child = jump; child.Parent is { } parent && child != loop; child = parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition != child:
                    exit.Judge(choice.Condition, choice.WhenTrue == child);
                    break;
                case ISwitchOperation choice when child is ISwitchCaseOperation section:
                    exit.Judge(choice, section);
                    break;
                case IBlockOperation block:
                    exit.JudgeGuards(block.Operations.TakeWhile(earlier => earlier != child));
                    break;
                case ISwitchCaseOperation section:
                    exit.JudgeGuards(section.Body.TakeWhile(earlier => earlier != child));
                    break;
                case ICatchClauseOperation:
                case ITryOperation attempt when attempt.Finally == child:
                    return false;
            }
        }

        return exit._isAtFinish && !exit._hasOtherReason;
    }

    private void JudgeGuards(IEnumerable<IOperation> statements)
    {
        foreach (var guard in statements.OfType<IConditionalOperation>())
        {
            if (StreamRounds.Continues(guard.WhenTrue))
            {
                Judge(guard.Condition, outcome: false);
            }
            else if (StreamRounds.Continues(guard.WhenFalse))
            {
                Judge(guard.Condition, outcome: true);
            }
        }
    }

    private void Judge(ISwitchOperation choice, ISwitchCaseOperation section)
    {
        var isReason = FinishValue.Is(choice.Value, _body);
        var namesNull = choice.Cases.SelectMany(static other => other.Clauses).Any(static clause =>
            clause is ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: null } } or IPatternCaseClauseOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } });
        foreach (var clause in section.Clauses)
        {
            _isAtFinish |= clause switch
            {
                ISingleValueCaseClauseOperation single => isReason && single.Value.ConstantValue is not { HasValue: true, Value: null },
                IPatternCaseClauseOperation pattern => FinishCondition.MatchTellsPresence(choice.Value, pattern.Pattern, outcome: true, _body)
                    || (pattern.Guard is { } guard && FinishCondition.TellsPresence(guard, outcome: true, _body)),
                IDefaultCaseClauseOperation => isReason && namesNull,
                _ => false,
            };
            _hasOtherReason |= HasOtherReason(clause);
        }

        _hasOtherReason |= HasOtherReason(choice.Value);
    }

    private void Judge(IOperation condition, bool outcome)
    {
        _isAtFinish |= FinishCondition.TellsPresence(condition, outcome, _body);
        _hasOtherReason |= HasOtherReason(condition);
    }

    // The usage is there already, or there is nothing to wait for after an error.
    private bool HasOtherReason(IOperation condition)
    {
        return condition.DescendantsAndSelf().Any(operation => operation switch
        {
            IPropertyReferenceOperation property => IsUsageOrError(property) || IsError(property.Property) || IsGivenUsage(property.Property),
            IFieldReferenceOperation field => IsError(field.Field) || IsGivenUsage(field.Field),
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string word } } => IsError(word),
            ILocalReferenceOperation local => FinishValue.IsAnyValue(local, _body, LeadsToUsage) || IsError(local),
            _ => false,
        });
    }

    private bool IsError(ILocalReferenceOperation local)
    {
        return local.Type?.SpecialType == SpecialType.System_Boolean
            && FinishValue.IsAnyValue(local, _body, value => value.DescendantsAndSelf().Any(part =>
                part is IMemberReferenceOperation member && IsError(member.Member) || part.ConstantValue is { HasValue: true, Value: string word } && IsError(word)));
    }

    private bool IsGivenUsage(ISymbol member)
    {
        return _body.Facts.References.Of(member).Any(mention => mention.Parent is IAssignmentOperation assignment && assignment.Target == mention && LeadsToUsage(assignment.Value));
    }

    private bool LeadsToUsage(IOperation value)
    {
        return value.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(IsUsageOrError);
    }

    private bool IsUsageOrError(IPropertyReferenceOperation property)
    {
        return _body.Known.Members.IsUsage(property.Property)
            || _body.Known.Annotations.ChunkError.IsOn(property.Property);
    }

    private static bool IsError(ISymbol member)
    {
        return member.IsStatic && IsError(member.Name);
    }

    private static bool IsError(string word)
    {
        return word.Equals("error", StringComparison.OrdinalIgnoreCase) || word.Equals("failed", StringComparison.OrdinalIgnoreCase);
    }
}
