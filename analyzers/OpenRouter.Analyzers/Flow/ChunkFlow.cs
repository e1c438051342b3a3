using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Follows chunks, and every part of them that can still lead to the finish reason, through a body.
/// What it does not understand counts as an escape, and an escape is silence.
/// </summary>
internal sealed class ChunkFlow
{
    private readonly BodyContext _body;
    private readonly KnownTypes _known;
    private readonly ReferenceIndex _references;
    private readonly HelperBodies _helpers;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly ChunkMeaning _meaning;

    public ChunkFlow(BodyContext body, ITypeSymbol chunk)
    {
        _body = body;
        _known = body.Known;
        // Bodies of helpers are added; the index of the body is read by other rules at the same time.
        _references = ReferenceIndex.Over(body.Facts.References);
        _helpers = new HelperBodies(_references);
        _meaning = new ChunkMeaning(body.Known, chunk);
    }

    /// <summary>The finish reason is read, or the chunk goes where it may be.</summary>
    public bool IsObserved { get; private set; }

    /// <summary>Something that a model wrote is read.</summary>
    public bool ReadsText { get; private set; }

    public void Follow(ISymbol symbol)
    {
        if (!_followed.Add(symbol))
        {
            return;
        }

        // The list may grow while a helper is opened: no enumerator.
        var references = _references.Of(symbol);
        for (var i = 0; i < references.Count && !IsObserved; i++)
        {
            Follow(references[i]);
        }
    }

    /// <summary>Follows the parameters of the lambdas of a LINQ operator.</summary>
    public void FollowLambdas(IInvocationOperation linq)
    {
        IsObserved |= linq.TargetMethod.TypeArguments.Any(_known.Members.IsTerminal);
        foreach (var argument in linq.Arguments.Skip(1))
        {
            FollowFunction(argument.Value);
        }
    }

    public void Follow(IOperation value)
    {
        if (IsObserved)
        {
            return;
        }

        switch (value.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == value:
                FollowProperty(property);
                break;
            case IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                FollowResult(value.Parent);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                FollowPlaceholders(access);
                break;
            case IConditionalAccessOperation or ICoalesceOperation or IConditionalOperation:
                FollowResult(value.Parent);
                break;
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ITranslatedQueryOperation or IAwaitOperation or IDelegateCreationOperation:
                Follow(value.Parent);
                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Value == value:
                Follow(choice);
                break;
            case ISwitchExpressionOperation choice when choice.Value == value:
                FollowPatterns(choice);
                break;
            case ISwitchOperation choice when choice.Value == value:
                FollowPatterns(choice);
                break;
            case IIsPatternOperation match when match.Value == value:
                FollowPatterns(match.Pattern);
                break;
            case IIsTypeOperation test:
                IsObserved |= _known.Members.IsTerminal(test.TypeOperand);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowLocal(declarator.Symbol);
                break;
            case ISimpleAssignmentOperation assignment:
                FollowAssignment(assignment, value);
                break;
            case IForEachLoopOperation loop when loop.Collection == value:
                FollowLoopVariable(loop);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                FollowCall(call, argument);
                break;
            case IInvocationOperation call when call.Instance == value:
                FollowInstanceCall(call);
                break;
            case IReturnOperation { Kind: OperationKind.Return } exit when LinqCall.IsResultOfLambda(exit):
                // What a lambda returns is the result of the operator, and followed there.
                break;
            case IBinaryOperation or IUnaryOperation or IExpressionStatementOperation or IUsingOperation or INameOfOperation:
                break;
            default:
                IsObserved = true;
                break;
        }
    }

    /// <summary>Follows what came out of a chain, unless it cannot lead to the finish reason any more.</summary>
    public void FollowConsumed(IOperation result)
    {
        FollowResult(result);
    }

    public void FollowLoopVariable(IForEachLoopOperation loop)
    {
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                FollowLocal(declarator.Symbol);
                break;
            default:
                IsObserved = true;
                break;
        }
    }

    private void FollowLocal(ILocalSymbol local)
    {
        IsObserved |= local.RefKind != RefKind.None;
        if (_meaning.MayLeadToEnd(local.Type))
        {
            Follow(local);
        }
    }

    private void FollowResult(IOperation value)
    {
        if (_meaning.MayLeadToEnd(value.Type))
        {
            Follow(value);
        }
    }

    private void FollowProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
        {
            return;
        }

        if (_meaning.MayTellEnd(reference))
        {
            IsObserved = true;
        }
        else if (_meaning.MayLeadToEnd(property.Type))
        {
            Follow(reference);
        }
        else
        {
            ReadsText |= _meaning.IsText(property);
        }
    }

    private void FollowPlaceholders(IConditionalAccessOperation access)
    {
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
        {
            if (operation is IConditionalAccessInstanceOperation && ConditionalAccess.OwnerOf(operation) == access)
            {
                Follow(operation);
            }
        }
    }

    private void FollowPatterns(IOperation patterns)
    {
        var variables = new List<ILocalSymbol>();
        var members = new List<IPropertySymbol>();
        IsObserved |= PatternReading.Read(patterns, _known.Members, variables, members);
        ReadsText |= members.Any(_meaning.IsText);
        foreach (var variable in variables)
        {
            Follow(variable);
        }
    }

    private void FollowAssignment(ISimpleAssignmentOperation assignment, IOperation value)
    {
        if (assignment.Target == value)
        {
            return;
        }

        switch (assignment.Target)
        {
            case ILocalReferenceOperation target:
                FollowLocal(target.Local);
                break;
            case IDiscardOperation:
                break;
            default:
                IsObserved = true;
                break;
        }

        if (assignment.Parent is not IExpressionStatementOperation)
        {
            Follow(assignment);
        }
    }

    private void FollowCall(IInvocationOperation call, IArgumentOperation argument)
    {
        var isSource = call.Arguments[0] == argument;
        if (isSource && LinqCall.Is(call))
        {
            FollowLambdas(call);
            FollowResult(call);
        }
        else if (isSource && LinqCall.IsStreamExtension(call))
        {
            Follow(call);
        }
        else if (!_body.IsTrusted(call.TargetMethod) && argument.Parameter is { } parameter && _helpers.TryOpen(call, parameter) is { } opened)
        {
            Follow(opened);
            // What a helper makes of the chunk may still be the chunk.
            FollowResult(call);
        }
        else
        {
            IsObserved = true;
        }
    }

    private void FollowInstanceCall(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "MoveNextAsync" or "MoveNext" or "DisposeAsync" or "Dispose" or "GetHashCode" or "GetType":
                break;
            case var _ when _known.Annotations.ModelText.IsOn(call.TargetMethod):
                // Only the text goes on.
                ReadsText = true;
                break;
            case var _ when _known.ChunkOf(call.Type) is not null:
            case "GetAsyncEnumerator" or "GetEnumerator" or "ConfigureAwait" or "WithCancellation":
                Follow(call);
                break;
            default:
                IsObserved = true;
                break;
        }
    }

    private void FollowFunction(IOperation value)
    {
        switch (value)
        {
            case IDelegateCreationOperation creation:
                FollowFunction(creation.Target);
                break;
            case IConversionOperation conversion:
                FollowFunction(conversion.Operand);
                break;
            case IAnonymousFunctionOperation lambda:
                foreach (var parameter in lambda.Symbol.Parameters.Where(parameter => _known.Members.ReachesEnd(parameter.Type)))
                {
                    Follow(parameter);
                }

                break;
            case IMethodReferenceOperation or IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                IsObserved |= value is IMethodReferenceOperation || value.Type?.TypeKind == TypeKind.Delegate || _known.Members.ReachesEnd(value.Type);
                break;
        }
    }
}
