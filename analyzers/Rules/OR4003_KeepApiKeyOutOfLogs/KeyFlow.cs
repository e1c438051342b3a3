using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>
/// Whether what is written holds a whole key: through texts that are put together, variables and fields, and helpers of the
/// same file. Whatever else is done to a key, such as cutting it or handing it to a method, is taken to make it harmless.
/// </summary>
internal sealed class KeyFlow
{
    private const int Deepest = 16;

    private static readonly string[] s_keeping =
        ["ToString", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "PadLeft", "PadRight"];

    private readonly BodyContext _body;
    private readonly Dictionary<ISymbol, KeyHolder?> _holders = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _given = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _returning = new(SymbolEqualityComparer.Default);

    public KeyFlow(BodyContext body)
    {
        _body = body;
    }

    /// <summary>The expressions in the value that stand for a key: a variable, a call, or a member.</summary>
    public IEnumerable<IOperation> KeysIn(IOperation value)
    {
        return KeysIn(value, Deepest);
    }

    private IEnumerable<IOperation> KeysIn(IOperation? value, int depth)
    {
        if (value is null || depth == 0 || value.ConstantValue.HasValue)
        {
            return [];
        }

        return value switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => IsKey(value, depth - 1) ? [value] : [],
            IInvocationOperation call => KeysIn(call, depth - 1),
            IConditionalAccessOperation access => KeysIn(access.WhenNotNull, depth - 1),
            IConditionalAccessInstanceOperation placeholder => KeysIn((ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation, depth - 1),
            // A conversion of somebody's own makes something else of it: the key of our client shows itself as ***.
            IConversionOperation conversion => conversion.OperatorMethod is null ? KeysIn(conversion.Operand, depth - 1) : [],
            IParenthesizedOperation parenthesized => KeysIn(parenthesized.Operand, depth - 1),
            ICoalesceOperation coalesce => KeysIn([coalesce.Value, coalesce.WhenNull], depth),
            IConditionalOperation choice => Cuts(choice) ? [] : KeysIn([choice.WhenTrue, choice.WhenFalse], depth),
            ISwitchExpressionOperation choice => KeysIn(choice.Arms.Select(static arm => arm.Value), depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => KeysIn([sum.LeftOperand, sum.RightOperand], depth),
            IInterpolatedStringOperation text => KeysIn(text.Parts, depth),
            IInterpolationOperation part => KeysIn(part.Expression, depth - 1),
            // Handed to a builder of the method that is called, which takes the parts one by one.
            IInterpolatedStringHandlerCreationOperation handler => KeysIn(handler.Content, depth - 1),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation part } => KeysIn(part.Arguments.Select(static argument => argument.Value), depth),
            IAssignmentOperation assignment => KeysIn(assignment.Value, depth - 1),
            ITupleOperation tuple => KeysIn(tuple.Elements, depth),
            IArrayCreationOperation { Initializer: { } initializer } => KeysIn(initializer.ElementValues, depth),
            IAnonymousObjectCreationOperation anonymous => KeysIn(anonymous.Initializers, depth),
            IObjectCreationOperation { Initializer: { } initializer } => KeysIn(initializer.Initializers.SelectMany(Values), depth),
            // The compiler that these rules are built against has no name for this operation yet.
            { Syntax: CollectionExpressionSyntax } => KeysIn(value.ChildOperations, depth),
            _ => [],
        };
    }

    private IEnumerable<IOperation> KeysIn(IEnumerable<IOperation?> values, int depth)
    {
        return values.SelectMany(value => KeysIn(value, depth - 1));
    }

    private IEnumerable<IOperation> KeysIn(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (KeySource.IsRead(call, _body))
        {
            return [call];
        }

        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return call.Instance is { } text && System.Array.IndexOf(s_keeping, method.Name) >= 0 ? KeysIn(text, depth)
                : method is { IsStatic: true, Name: "Format" or "Concat" or "Join" } ? KeysIn(call.Arguments.Select(static argument => argument.Value), depth)
                : [];
        }

        return IsText(call.Type) && IsReturned(call, method.OriginalDefinition, () => HelperReturns.Of(call, _body.CancellationToken), depth) ? [call] : [];
    }

    private bool IsKey(IOperation mention, int depth)
    {
        if (!IsText(mention.Type))
        {
            return false;
        }

        if (KeySource.IsRead(mention, _body))
        {
            return true;
        }

        var symbol = KeyHolder.SymbolOf(mention);
        if (symbol is null || depth <= 0)
        {
            return false;
        }

        var holder = HolderOf(symbol, mention);
        return (holder is not null && (IsGivenKey(symbol, holder, depth) || IsUsedAsKey(mention, holder)))
            || (mention is IPropertyReferenceOperation property && IsReturned(property, symbol, () => HelperReturns.Of(property, _body.CancellationToken), depth));
    }

    private KeyHolder? HolderOf(ISymbol symbol, IOperation mention)
    {
        if (KeyHolder.IsOfOther(mention))
        {
            return KeyHolder.TryRead(symbol, mention, _body);
        }

        if (!_holders.TryGetValue(symbol, out var holder))
        {
            _holders.Add(symbol, holder = KeyHolder.TryRead(symbol, mention, _body));
        }

        return holder;
    }

    private bool IsReturned(IOperation mention, ISymbol helper, System.Func<IReadOnlyList<IOperation>> open, int depth)
    {
        return Once(_returning, helper, () => KeyPlaces.Around(mention, _body.CancellationToken).ReadsKeys && open().Any(value => KeysIn(value, depth - 1).Any()));
    }

    private bool IsGivenKey(ISymbol symbol, KeyHolder holder, int depth)
    {
        return Once(_given, symbol, () =>
        {
            var keys = holder.Values.Where(value => KeysIn(value, depth - 1).Any()).ToList();
            return keys.Count > 0 && holder.Values.All(value => keys.Contains(value) || IsAsked(value));
        });
    }

    // Tests give keys that are none.
    private bool IsUsedAsKey(IOperation mention, KeyHolder holder)
    {
        return !_body.Known.IsTestProject
            && holder.Values.Count <= holder.MostValues
            && holder.Values.All(static value => !value.ConstantValue.HasValue)
            && holder.Mentions.Any(other => KeySource.IsGivenAsKey(other, _body) && !ExclusivePaths.Part(other, mention));
    }

    // What is given one another in a circle holds no key until something else gives it one.
    private static bool Once(Dictionary<ISymbol, bool> answers, ISymbol symbol, System.Func<bool> find)
    {
        if (!answers.TryGetValue(symbol, out var answer))
        {
            answers.Add(symbol, false);
            answers[symbol] = answer = find();
        }

        return answer;
    }

    // What is asked for, or given with the program, when there is no key yet is one too.
    private static bool IsAsked(IOperation value)
    {
        return value.ConstantValue.HasValue
            || value is IArrayElementReferenceOperation or IInvocationOperation { TargetMethod: { Name: "ReadLine", ContainingType.Name: "Console" } };
    }

    // A short key is shown as it is, a longer one in part: somebody has thought of it.
    private static bool Cuts(IConditionalOperation choice)
    {
        return choice.Condition.Descendants().OfType<IPropertyReferenceOperation>().Any(length =>
            length is { Property.Name: "Length", Instance: { } key }
            && new[] { choice.WhenTrue, choice.WhenFalse }.All(branch => branch is not null && branch.DescendantsAndSelf().Any(part => part.Syntax.ToString() == key.Syntax.ToString())));
    }

    private static IEnumerable<IOperation> Values(IOperation initializer)
    {
        return initializer is IInvocationOperation add ? add.Arguments.Select(static argument => argument.Value) : [initializer];
    }

    private static bool IsText(ITypeSymbol? type)
    {
        return type?.SpecialType == SpecialType.System_String;
    }
}
