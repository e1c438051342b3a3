using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>
/// Whether what is rendered was written by a model and is not encoded on the way: through locals, fields of the same file,
/// methods of strings, and helpers that can be looked into. A variable that is given encoded text anywhere counts as encoded.
/// </summary>
internal sealed class RenderedText
{
    private const int Deepest = 24;
    private const int MostOpened = 8;

    private readonly BodyContext _body;
    private readonly ReferenceIndex _references;
    private readonly ModelTextFlow _text;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private int _opened;

    public RenderedText(BodyContext body, IOperation place)
    {
        _body = body;
        _references = TypeBodies.IndexAround(place, body.CancellationToken) ?? body.Facts.References;
        _text = new ModelTextFlow(body.Known, _references);
    }

    public bool IsModelText(IOperation value)
    {
        _asked.Clear();
        _arguments.Clear();
        _opened = 0;
        return IsText(value, Deepest);
    }

    private bool IsText(IOperation? value, int depth)
    {
        return depth > 0 && value switch
        {
            IPropertyReferenceOperation property => _body.Known.Annotations.ModelText.IsOn(property.Property) || IsTextOf(property, depth),
            IFieldReferenceOperation field => IsHeld(field.Field, field, depth),
            ILocalReferenceOperation local => IsHeld(local.Local, local, depth),
            IParameterReferenceOperation parameter => IsGiven(parameter, depth),
            IInvocationOperation call => IsTextOf(call, depth),
            IConditionalAccessOperation access => IsText(access.WhenNotNull, depth - 1),
            IConditionalAccessInstanceOperation placeholder => IsText((ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation, depth - 1),
            IConversionOperation conversion => IsText(conversion.Operand, depth - 1),
            IParenthesizedOperation parenthesized => IsText(parenthesized.Operand, depth - 1),
            IAwaitOperation awaited => IsText(awaited.Operation, depth - 1),
            ICoalesceOperation coalesce => IsText(coalesce.Value, depth - 1) || IsText(coalesce.WhenNull, depth - 1),
            IConditionalOperation choice => IsText(choice.WhenTrue, depth - 1) || IsText(choice.WhenFalse, depth - 1),
            ISwitchExpressionOperation choice => Any(choice.Arms.Select(static arm => arm.Value), depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsText(sum.LeftOperand, depth - 1) || IsText(sum.RightOperand, depth - 1),
            IInterpolatedStringOperation text => Any(text.Parts, depth),
            IInterpolationOperation part => IsText(part.Expression, depth - 1),
            // Handed to a builder, which takes the parts one by one.
            IInterpolatedStringHandlerCreationOperation handler => IsText(handler.Content, depth - 1),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation part } => Any(ValuesOf(part), depth),
            IAssignmentOperation assignment => IsText(assignment.Value, depth - 1),
            _ => false,
        };
    }

    private bool Any(IEnumerable<IOperation> values, int depth)
    {
        return values.Any(value => IsText(value, depth - 1));
    }

    private bool IsTextOf(IPropertyReferenceOperation property, int depth)
    {
        return property.Arguments.Length > 0
            ? IsText(property.Instance, depth - 1)
            : IsHeld(property.Property, property, depth) || IsReturned(property.Property, HelperReturns.Of(property, _body.CancellationToken), depth);
    }

    private bool IsTextOf(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (HtmlEncoding.IsApplied(call, _body))
        {
            return false;
        }

        if (_body.Known.Annotations.ModelText.IsOn(method))
        {
            return true;
        }

        var isString = method.ContainingType.SpecialType == SpecialType.System_String;
        var isBuilder = SymbolEqualityComparer.Default.Equals(method.ContainingType, _body.Known.StringBuilder);
        if (method.ReturnType.SpecialType is not (SpecialType.System_String or SpecialType.System_Object or SpecialType.None))
        {
            return false;
        }

        if (call.Instance is { } instance && (isString || isBuilder || method.Name is "ToString" or "GetValueOrDefault"))
        {
            return IsText(instance, depth - 1) || (isBuilder && Any(ValuesOf(call), depth));
        }

        if (isString || LinqCall.IsStreamExtension(call))
        {
            return Any(ValuesOf(call), depth);
        }

        foreach (var argument in call.Arguments.Where(static argument => argument.Parameter is not null))
        {
            _arguments[argument.Parameter!.OriginalDefinition] = argument.Value;
        }

        return IsReturned(method.OriginalDefinition, HelperReturns.Of(call, _body.CancellationToken), depth);
    }

    private static IEnumerable<IOperation> ValuesOf(IInvocationOperation call)
    {
        return call.Arguments.Select(static argument => argument.Value);
    }

    private bool IsReturned(ISymbol helper, IReadOnlyList<IOperation> returned, int depth)
    {
        if (returned.Count == 0 || ++_opened > MostOpened || !_open.Add(helper))
        {
            return false;
        }

        var isText = Any(returned, depth);
        _open.Remove(helper);
        return isText;
    }

    // A parameter of a helper stands for what it is called with, unless it is encoded there.
    private bool IsGiven(IParameterReferenceOperation parameter, int depth)
    {
        var given = _references.Of(parameter.Parameter).SelectMany(GivenText.Of).ToList();
        if (_arguments.TryGetValue(parameter.Parameter, out var argument))
        {
            given.Add(argument);
        }

        return _asked.Add(parameter.Parameter) && !IsEncoded(given) && Any(given, depth);
    }

    private bool IsHeld(ISymbol symbol, IOperation mention, int depth)
    {
        if (!_asked.Add(symbol))
        {
            return false;
        }

        var given = _references.Of(symbol).SelectMany(GivenText.Of).ToList();
        if (symbol is ILocalSymbol local)
        {
            if (GivenText.FirstOf(local, mention, _body.CancellationToken) is { } first)
            {
                given.Add(first);
            }
            else if (given.Count == 0)
            {
                // Bound by a pattern.
                return _text.IsModelText(mention);
            }
        }

        return !IsEncoded(given) && Any(given, depth);
    }

    private bool IsEncoded(IEnumerable<IOperation> given)
    {
        return given.SelectMany(static value => value.DescendantsAndSelf()).OfType<IInvocationOperation>().Any(call => HtmlEncoding.IsApplied(call, _body));
    }
}
