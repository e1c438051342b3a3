using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Follows an answer from the call that asked for it: what is awaited, the chunks of a stream, and every part that can still lead
/// to what a rule is after. What it does not understand counts as an escape.
/// </summary>
internal sealed class AnswerFlow
{
    private readonly KnownTypes _known;
    private readonly ReferenceIndex _references;
    private readonly Func<ITypeSymbol, bool> _leads;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly List<IPropertyReferenceOperation> _reads = [];
    private readonly List<(IPropertySymbol Member, IPatternOperation Pattern)> _matches = [];

    public AnswerFlow(BodyContext body, Func<ITypeSymbol, bool> leads)
    {
        _known = body.Known;
        _references = body.Facts.References;
        _leads = leads;
    }

    /// <summary>The members that are read of the answer and of its parts.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Reads => _reads;

    /// <summary>The members that patterns ask for, each with what it has to match.</summary>
    public IReadOnlyList<(IPropertySymbol Member, IPatternOperation Pattern)> Matches => _matches;

    /// <summary>The answer, or a part that can lead to what the rule is after, goes to code that is not seen.</summary>
    public bool Escapes { get; private set; }

    /// <summary>The text alone is taken, by a method that hands out nothing else.</summary>
    public bool TakesText { get; private set; }

    public void Follow(ISymbol symbol)
    {
        if (!_followed.Add(symbol))
        {
            return;
        }

        foreach (var reference in _references.Of(symbol))
        {
            Follow(reference);
        }
    }

    public void Follow(IOperation value)
    {
        switch (value.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == value:
                FollowProperty(property);
                break;
            case IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or ICoalesceOperation or IConditionalOperation:
                FollowPart(value.Parent);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                FollowPlaceholders(access);
                break;
            case IConditionalAccessOperation:
                FollowPart(value.Parent);
                break;
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IAwaitOperation or ITranslatedQueryOperation:
                Follow(value.Parent);
                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Value == value:
                Follow(choice);
                break;
            case ISwitchExpressionOperation or ISwitchOperation or IIsPatternOperation:
                FollowPatterns(value.Parent);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowLocal(declarator.Symbol);
                break;
            case ISimpleAssignmentOperation assignment:
                FollowAssignment(assignment, value);
                break;
            case IForEachLoopOperation loop when loop.Collection == value:
                FollowLoop(loop);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                FollowCall(call, argument);
                break;
            case IInvocationOperation call when call.Instance == value:
                FollowInstanceCall(call);
                break;
            case IReturnOperation { Kind: OperationKind.Return } exit when LinqCall.IsResultOfLambda(exit):
            case IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add } or IUnaryOperation or IIsTypeOperation or IExpressionStatementOperation or IUsingOperation or INameOfOperation:
                break;
            default:
                Escapes = true;
                break;
        }
    }

    public void FollowLoop(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation declarator)
        {
            FollowLocal(declarator.Symbol);
        }
        else
        {
            Escapes = true;
        }
    }

    private void FollowPart(IOperation value)
    {
        if (value.Type is { } type && _leads(type))
        {
            Follow(value);
        }
    }

    private void FollowLocal(ILocalSymbol local)
    {
        Escapes |= local.RefKind != RefKind.None;
        if (_leads(local.Type))
        {
            Follow(local);
        }
    }

    private void FollowProperty(IPropertyReferenceOperation property)
    {
        if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
        {
            return;
        }

        _reads.Add(property);
        FollowPart(property);
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

    private void FollowPatterns(IOperation holder)
    {
        foreach (var pattern in PatternsOf(holder).SelectMany(static pattern => pattern.DescendantsAndSelf()))
        {
            switch (pattern)
            {
                case IRecursivePatternOperation { DeconstructionSubpatterns.Length: > 0 }:
                    Escapes = true;
                    break;
                case IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } part:
                    _matches.Add((member.Property, part.Pattern));
                    break;
            }

            var bound = pattern switch
            {
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (bound is ILocalSymbol local)
            {
                FollowLocal(local);
            }
        }
    }

    private static IEnumerable<IOperation> PatternsOf(IOperation holder)
    {
        return holder switch
        {
            IIsPatternOperation match => [match.Pattern],
            ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Pattern),
            ISwitchOperation choice => choice.Cases.SelectMany(static section => section.Clauses).OfType<IPatternCaseClauseOperation>().Select(static clause => clause.Pattern),
            _ => [],
        };
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
            case not IDiscardOperation:
                Escapes = true;
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
            foreach (var function in call.Arguments.Skip(1).Where(static other => other.ArgumentKind == ArgumentKind.Explicit))
            {
                FollowFunction(function.Value);
            }

            FollowPart(call);
        }
        else if (isSource && LinqCall.IsStreamExtension(call))
        {
            Follow(call);
        }
        else
        {
            Escapes = true;
        }
    }

    private void FollowInstanceCall(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case var _ when _known.Annotations.ModelText.IsOn(call.TargetMethod):
                TakesText = true;
                break;
            case var _ when call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && !_known.IsToken(argument.Parameter?.Type)
                && argument.Parameter?.Type.SpecialType != SpecialType.System_Boolean):
                Escapes = true;
                break;
            case "MoveNextAsync" or "MoveNext" or "DisposeAsync" or "Dispose" or "GetHashCode" or "GetType":
                break;
            case "GetAsyncEnumerator" or "GetEnumerator" or "ConfigureAwait" or "WithCancellation" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync":
            case var _ when _known.IsCollector(call.TargetMethod) || _known.ChunkOf(call.Type) is not null:
                FollowPart(call);
                break;
            default:
                Escapes = true;
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
                foreach (var parameter in lambda.Symbol.Parameters.Where(parameter => _leads(parameter.Type)))
                {
                    Follow(parameter);
                }

                break;
            case ILiteralOperation:
                break;
            default:
                Escapes |= value.Type is null or { TypeKind: TypeKind.Delegate } || value is IMethodReferenceOperation;
                break;
        }
    }
}
