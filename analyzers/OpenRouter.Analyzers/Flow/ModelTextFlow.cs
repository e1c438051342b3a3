using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Whether a value was written by a model: a marked member, or what became of it in the same body through locals, string
/// methods, interpolation and builders of strings. Fields and parameters are looked at within the body only.
/// </summary>
internal sealed class ModelTextFlow
{
    private const int Deepest = 24;

    private readonly KnownTypes _known;
    private readonly ReferenceIndex _references;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    public ModelTextFlow(BodyContext body)
        : this(body.Known, body.Facts.References)
    {
    }

    public ModelTextFlow(KnownTypes known, ReferenceIndex references)
    {
        _known = known;
        _references = references;
    }

    /// <summary>Whether the value is, or contains, text that a model wrote.</summary>
    public bool IsModelText(IOperation? value)
    {
        _asked.Clear();
        return IsText(value, Deepest);
    }

    private bool IsText(IOperation? value, int depth)
    {
        return depth > 0 && value switch
        {
            IPropertyReferenceOperation property => _known.Annotations.ModelText.IsOn(property.Property) || IsStored(property.Property, property.Instance, depth),
            IFieldReferenceOperation field => IsStored(field.Field, field.Instance, depth),
            ILocalReferenceOperation local => IsHeld(local.Local, depth),
            IParameterReferenceOperation parameter => IsHeld(parameter.Parameter, depth),
            IInvocationOperation call => IsTextOf(call, depth),
            IConditionalAccessOperation access => IsText(access.WhenNotNull, depth - 1),
            IConditionalAccessInstanceOperation placeholder => IsText((ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation, depth - 1),
            IConversionOperation conversion => IsText(conversion.Operand, depth - 1),
            IParenthesizedOperation parenthesized => IsText(parenthesized.Operand, depth - 1),
            IAwaitOperation awaited => IsText(awaited.Operation, depth - 1),
            ICoalesceOperation coalesce => IsText(coalesce.Value, depth - 1) || IsText(coalesce.WhenNull, depth - 1),
            IConditionalOperation choice => IsText(choice.WhenTrue, depth - 1) || IsText(choice.WhenFalse, depth - 1),
            ISwitchExpressionOperation choice => choice.Arms.Any(arm => IsText(arm.Value, depth - 1)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsText(sum.LeftOperand, depth - 1) || IsText(sum.RightOperand, depth - 1),
            IInterpolatedStringOperation text => text.Parts.Any(part => IsText(part, depth - 1)),
            IInterpolationOperation part => IsText(part.Expression, depth - 1),
            // Handed to a builder, which takes the parts one by one.
            IInterpolatedStringHandlerCreationOperation handler => IsText(handler.Content, depth - 1),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation part } => part.Arguments.Any(argument => IsText(argument.Value, depth - 1)),
            IAssignmentOperation assignment => IsText(assignment.Value, depth - 1),
            IArrayElementReferenceOperation element => IsText(element.ArrayReference, depth - 1),
            _ => false,
        };
    }

    private bool IsTextOf(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (_known.Annotations.ModelText.IsOn(method))
        {
            return true;
        }

        var isString = method.ContainingType.SpecialType == SpecialType.System_String;
        var isBuilder = SymbolEqualityComparer.Default.Equals(method.ContainingType, _known.StringBuilder);
        if (call.Instance is { } instance)
        {
            var keepsText = isString || isBuilder || method.Name is "ToString" or "GetValueOrDefault" or "ConfigureAwait" or "WithCancellation";
            return keepsText && method.ReturnType.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Int32) && IsText(instance, depth - 1);
        }

        return (isString || LinqCall.IsStreamExtension(call)) && call.Arguments.Any(argument => IsText(argument.Value, depth - 1));
    }

    // A member of this object, or of one that it can be told from by nothing.
    private bool IsStored(ISymbol member, IOperation? instance, int depth)
    {
        return instance is null or IInstanceReferenceOperation && IsHeld(member, depth);
    }

    private bool IsHeld(ISymbol symbol, int depth)
    {
        if (!_asked.Add(symbol))
        {
            return false;
        }

        var references = _references.Of(symbol);
        for (var i = 0; i < references.Count; i++)
        {
            if (ValuesGivenTo(references[i]).Any(value => IsText(value, depth - 1)))
            {
                return true;
            }
        }

        return symbol is ILocalSymbol local && IsDeclaredAsText(local, references, depth);
    }

    /// <summary>What a mention puts into the symbol: by assignment, or by appending to the builder that it holds.</summary>
    private static IEnumerable<IOperation> ValuesGivenTo(IOperation reference)
    {
        switch (reference.Parent)
        {
            case IAssignmentOperation assignment when assignment.Target == reference:
                yield return assignment.Value;
                break;
            case IInvocationOperation call when call.Instance == reference && call.TargetMethod.Name is "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert" or "Add" or "Write":
                // A chain appends one after the other.
                for (IOperation? link = call; link is IInvocationOperation step; link = link.Parent)
                {
                    foreach (var argument in step.Arguments)
                    {
                        yield return argument.Value;
                    }
                }

                break;
        }
    }

    private bool IsDeclaredAsText(ILocalSymbol local, IReadOnlyList<IOperation> references, int depth)
    {
        // Declarations are no references: they are found from the syntax of the local.
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var model = references.FirstOrDefault()?.SemanticModel;
        if (declaration is null || model is null || declaration.SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        // The name in a pattern is no operation of its own, the pattern is.
        return (model.GetOperation(declaration) ?? model.GetOperation(declaration.Parent!)) switch
        {
            IVariableDeclaratorOperation declarator when declarator.Parent is IForEachLoopOperation loop => IsText(loop.Collection, depth - 1),
            IVariableDeclaratorOperation declarator => IsText(declarator.GetVariableInitializer()?.Value, depth - 1),
            IForEachLoopOperation loop => IsText(loop.Collection, depth - 1),
            IDeclarationPatternOperation pattern => IsMatchedText(pattern, depth),
            IRecursivePatternOperation pattern => IsMatchedText(pattern, depth),
            _ => false,
        };
    }

    private bool IsMatchedText(IOperation pattern, int depth)
    {
        return pattern.Parent switch
        {
            IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } => _known.Annotations.ModelText.IsOn(member.Property),
            IIsPatternOperation match => IsText(match.Value, depth - 1),
            IPatternOperation outer => IsMatchedText(outer, depth - 1),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => IsText(choice.Value, depth - 1),
            _ => false,
        };
    }
}
