using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Every read of the finish reason of a stream, and what becomes of the value: a test for presence, or something more.</summary>
internal sealed class FinishReasonReads
{
    private readonly ReferenceIndex _references;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _tests = [];

    private FinishReasonReads(BodyContext body)
    {
        _references = body.Facts.References;
    }

    /// <summary>The expressions that only ask whether there is a reason, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Tests => _tests;

    /// <summary>The value goes somewhere, or is compared with another, or the chunk goes where it may be.</summary>
    public bool GoesOn { get; private set; }

    public static FinishReasonReads Of(StreamUse use, BodyContext body)
    {
        var reads = new FinishReasonReads(body);
        var meaning = new ChunkMeaning(body.Known, use.Stream.Chunk);
        var flow = new AnswerFlow(body, meaning.MayLeadToEnd);
        if (use.Stream.Source is ILocalReferenceOperation source)
        {
            flow.Follow(source.Local);
        }

        if (use.Loop is { } loop)
        {
            flow.FollowLoop(loop);
        }
        else
        {
            flow.Follow(use.Place);
        }

        reads.GoesOn |= flow.Escapes;
        foreach (var read in flow.Reads)
        {
            if (body.Known.Members.IsFinishReason(read.Property))
            {
                reads.Follow(read);
            }
            else
            {
                reads.GoesOn |= meaning.MayTellEnd(read);
            }
        }

        foreach (var (member, pattern) in flow.Matches)
        {
            if (body.Known.Members.IsFinishReason(member))
            {
                reads.FollowMatch(pattern, TestAround(pattern));
            }
            else
            {
                reads.GoesOn |= member.Type.SpecialType == SpecialType.System_Boolean || body.Known.Members.TellsEnd(member);
            }
        }

        reads._tests.Sort(static (left, right) => left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
        return reads;
    }

    private void Follow(IOperation value)
    {
        switch (value.Parent)
        {
            case IConditionalAccessOperation access when access.Operation == value:
                foreach (var placeholder in access.WhenNotNull.DescendantsAndSelf().Where(part => part is IConditionalAccessInstanceOperation && ConditionalAccess.OwnerOf(part) == access))
                {
                    Follow(placeholder);
                }

                break;
            case IConditionalAccessOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation:
                Follow(value.Parent);
                break;
            case IPropertyReferenceOperation { Property.Name: "Value" } inner when inner.Instance == value:
                Follow(inner);
                break;
            case IPropertyReferenceOperation { Property.Name: "HasValue" } test:
                _tests.Add(test);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test when IsNothing(test.LeftOperand) || IsNothing(test.RightOperand):
                _tests.Add(test);
                break;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } test }:
                _tests.Add(test);
                break;
            case IIsTypeOperation test:
                _tests.Add(test);
                break;
            case IIsPatternOperation match when match.Value == value:
                FollowMatch(match.Pattern, match);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } }:
                Follow(local);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } assignment when assignment.Value == value:
                Follow(target.Local);
                break;
            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation }:
                Follow(target.Local);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } or INameOfOperation:
                break;
            default:
                GoesOn = true;
                break;
        }
    }

    private void Follow(ILocalSymbol local)
    {
        if (!_followed.Add(local))
        {
            return;
        }

        foreach (var mention in _references.Of(local))
        {
            if (mention.Parent is not IAssignmentOperation assignment || assignment.Target != mention)
            {
                Follow(mention);
            }
        }
    }

    private void FollowMatch(IPatternOperation pattern, IOperation? test)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                FollowMatch(negated.Pattern, test);
                break;
            case IBinaryPatternOperation both:
                FollowMatch(both.LeftPattern, test);
                FollowMatch(both.RightPattern, test);
                break;
            case IConstantPatternOperation constant when IsNothing(constant.Value):
            case ITypePatternOperation:
                Add(test);
                break;
            case IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 0 } any:
                Add(test);
                Bind(any.DeclaredSymbol);
                break;
            case IDeclarationPatternOperation declaration:
                Add(declaration.MatchesNull ? null : test);
                Bind(declaration.DeclaredSymbol);
                break;
            case IDiscardPatternOperation:
                break;
            default:
                GoesOn = true;
                break;
        }
    }

    private void Add(IOperation? test)
    {
        if (test is not null && !_tests.Contains(test))
        {
            _tests.Add(test);
        }
    }

    private void Bind(ISymbol? symbol)
    {
        if (symbol is ILocalSymbol local)
        {
            Follow(local);
        }
    }

    private static IOperation? TestAround(IPatternOperation pattern)
    {
        var around = pattern.Parent;
        while (around is IPatternOperation or IPropertySubpatternOperation)
        {
            around = around.Parent;
        }

        return around as IIsPatternOperation;
    }

    private static bool IsNothing(IOperation value)
    {
        return value is IConversionOperation { ConstantValue.HasValue: false } conversion
            ? IsNothing(conversion.Operand)
            : value.ConstantValue is { HasValue: true, Value: null or "" } || value is IDefaultValueOperation;
    }
}
