using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>A switch whose labels are constants and nothing else.</summary>
internal sealed class FinishSwitch
{
    private readonly List<(IOperation Label, IReadOnlyList<SyntaxNode> Arm)> _arms = [];
    private IReadOnlyList<SyntaxNode>? _rest;
    private bool _isUnderstood = true;

    private FinishSwitch(IOperation value)
    {
        Value = value;
    }

    /// <summary>What is decided on.</summary>
    public IOperation Value { get; }

    public IReadOnlyCollection<IOperation> Labels => _arms.ConvertAll(static arm => FinishWords.Unwrapped(arm.Label));

    /// <summary>The constants that are handled.</summary>
    public IReadOnlyCollection<string> Handled => _arms.Select(static arm => FinishWords.TextOf(arm.Label)).OfType<string>().ToList();

    public static FinishSwitch? TryRead(IOperation operation)
    {
        var read = operation switch
        {
            ISwitchOperation choice => Of(choice),
            ISwitchExpressionOperation choice => Of(choice),
            _ => null,
        };
        return read is { _isUnderstood: true, _arms.Count: > 0 } ? read : null;
    }

    /// <summary>
    /// Whether a value without an arm is treated like an answer that is complete. It is not when it fails, or when something is
    /// done for it, or left undone, that makes a difference.
    /// </summary>
    public bool TreatsRestLikeSuccess(IReadOnlyList<FinishWord> words)
    {
        // A switch expression without such an arm throws.
        if (_rest is null)
        {
            return false;
        }

        var isSuccess = words.Where(static word => word.Meaning == FinishMeaning.Success).Select(static word => word.Text).ToList();
        var successes = _arms.Where(arm => FinishWords.TextOf(arm.Label) is { } text && isSuccess.Contains(text)).Select(static arm => arm.Arm).ToList();
        return successes.Count == 0
            ? _rest.Count == 0
            : successes.Exists(success => _rest.All(part => Has(success, part)) && success.All(part => !MakesDifference(part) || Has(_rest, part)));
    }

    private static FinishSwitch Of(ISwitchOperation choice)
    {
        var read = new FinishSwitch(choice.Value) { _rest = [] };
        foreach (var section in choice.Cases)
        {
            // The jump to the end of the switch does nothing.
            var arm = PartsOf(section).Where(part => part is not BreakStatementSyntax).ToList();
            foreach (var clause in section.Clauses)
            {
                switch (clause)
                {
                    case ISingleValueCaseClauseOperation { Value.ConstantValue.HasValue: true } single:
                        read._arms.Add((single.Value, arm));
                        break;
                    case IPatternCaseClauseOperation { Guard: null } pattern:
                        read.Add(pattern.Pattern, arm);
                        break;
                    case IDefaultCaseClauseOperation:
                        read._rest = arm;
                        break;
                    default:
                        read._isUnderstood = false;
                        break;
                }
            }
        }

        return read;
    }

    private static FinishSwitch Of(ISwitchExpressionOperation choice)
    {
        var read = new FinishSwitch(choice.Value);
        foreach (var arm in choice.Arms)
        {
            read._isUnderstood &= arm.Guard is null;
            read.Add(arm.Pattern, [arm.Value.Syntax]);
        }

        return read;
    }

    private void Add(IPatternOperation pattern, IReadOnlyList<SyntaxNode> arm)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue.HasValue: true } constant:
                _arms.Add((constant.Value, arm));
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                Add(either.LeftPattern, arm);
                Add(either.RightPattern, arm);
                break;
            case IDiscardPatternOperation:
                _rest = arm;
                break;
            default:
                _isUnderstood = false;
                break;
        }
    }

    private static IEnumerable<SyntaxNode> PartsOf(ISwitchCaseOperation section)
    {
        return ((SwitchSectionSyntax)section.Syntax).Statements.SelectMany(static statement => statement is BlockSyntax block ? block.Statements : (IEnumerable<SyntaxNode>)[statement]);
    }

    private static bool Has(IReadOnlyList<SyntaxNode> arm, SyntaxNode part)
    {
        return arm.Any(other => SyntaxFactory.AreEquivalent(other, part, topLevel: false));
    }

    private static bool MakesDifference(SyntaxNode part)
    {
        return part.DescendantNodesAndSelf().Any(static node => node is AssignmentExpressionSyntax or ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax
            or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax
            || node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PreIncrementExpression));
    }
}
