using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Follows chunks, and every part of them that can still lead to the finish reason, through a body.
/// What it does not understand counts as an escape, and an escape is silence.
/// </summary>
internal sealed class ChunkFlow
{
    private readonly KnownTypes _known;
    private readonly ReferenceIndex _references;
    private readonly HelperBodies _helpers;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly bool _anyText;

    public ChunkFlow(KnownTypes known, ReferenceIndex references, ITypeSymbol chunk)
    {
        _known = known;
        _references = references;
        _helpers = new HelperBodies(references);
        // A client that marks no text: any member that cannot lead to the finish reason is taken for it.
        _anyText = !known.Members.ReachesText(chunk);
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
            case IReturnOperation { Kind: OperationKind.Return } exit when IsLinqLambda(exit):
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
        if (MayLeadToEnd(local.Type))
        {
            Follow(local);
        }
    }

    private void FollowResult(IOperation value)
    {
        if (MayLeadToEnd(value.Type))
        {
            Follow(value);
        }
    }

    // An object or a type parameter hides what it holds.
    private bool MayLeadToEnd(ITypeSymbol? type)
    {
        return _known.Members.ReachesEnd(type)
            || type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter }
            || _known.ChunkOf(type) is not null;
    }

    private void FollowProperty(IPropertyReferenceOperation reference)
    {
        var members = _known.Members;
        var property = reference.Property;
        if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
        {
            return;
        }

        if (members.TellsEnd(property) || IsVerdict(property) || IsTagOfEvent(reference) || IsPropertyOfStream(reference))
        {
            IsObserved = true;
        }
        else if (MayLeadToEnd(property.Type))
        {
            Follow(reference);
        }
        else
        {
            ReadsText |= IsText(property);
        }
    }

    private bool IsText(IPropertySymbol property)
    {
        if (!_anyText)
        {
            return _known.Members.TellsText(property);
        }

        return !_known.Members.IsUsage(property)
            && property.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean);
    }

    // A yes or no about a chunk, such as a member that a user's own part of the class adds, may be worked out from its end.
    private static bool IsVerdict(IPropertySymbol property)
    {
        return property.Type.SpecialType == SpecialType.System_Boolean;
    }

    // Streams of events: the word that names an event may be what the end is recognised by.
    private static bool IsTagOfEvent(IPropertyReferenceOperation reference)
    {
        return reference.Property.Name is "Type" or "Kind" or "Role" or "Tag" or "EventType" or "EventName"
            && (reference.Property.Type.TypeKind is TypeKind.Enum or TypeKind.Struct || reference.Property.Type.SpecialType == SpecialType.System_String);
    }

    // The stream itself may know how it ended; only plain values of it certainly say nothing.
    private bool IsPropertyOfStream(IPropertyReferenceOperation reference)
    {
        return _known.ChunkOf(reference.Instance?.Type) is not null && reference.Property.Type.SpecialType == SpecialType.None;
    }

    private void FollowPlaceholders(IConditionalAccessOperation access)
    {
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
        {
            if (operation is IConditionalAccessInstanceOperation && OwnerOf(operation) == access)
            {
                Follow(operation);
            }
        }
    }

    // The placeholder carries the syntax of the receiver, so it is matched by the identity of children, not by span.
    private static IOperation? OwnerOf(IOperation placeholder)
    {
        for (var child = placeholder; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access;
            }
        }

        return null;
    }

    private void FollowPatterns(IOperation patterns)
    {
        var variables = new List<ILocalSymbol>();
        var members = new List<IPropertySymbol>();
        IsObserved |= PatternReading.Read(patterns, _known.Members, variables, members);
        ReadsText |= members.Any(IsText);
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
        else if (argument.Parameter is { } parameter && _helpers.TryOpen(call, parameter) is { } opened)
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

    private static bool IsLinqLambda(IOperation exit)
    {
        var function = exit.Parent;
        while (function is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            function = function.Parent;
        }

        var user = function is IAnonymousFunctionOperation ? function.Parent : null;
        while (user is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            user = user.Parent;
        }

        return user is IInvocationOperation call && LinqCall.Is(call);
    }
}
