using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>A string that is made longer by a piece: <c>s += x</c>, <c>s = s + x</c>, <c>s = $"{s}{x}"</c>.</summary>
internal sealed class Accumulation
{
    private Accumulation(IOperation target, ISymbol symbol, IOperation piece)
    {
        Target = target;
        Symbol = symbol;
        Piece = piece;
    }

    public IOperation Target { get; }

    public ISymbol Symbol { get; }

    /// <summary>What is added; where the whole is written anew, all of it.</summary>
    public IOperation Piece { get; }

    public static Accumulation? TryFind(IOperation operation)
    {
        return operation switch
        {
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum => Make(sum.Target, sum.Value),
            ISimpleAssignmentOperation assignment when SymbolOf(assignment.Target) is { } target => PieceBehind(assignment.Value, target) is { } piece ? Make(assignment.Target, piece) : null,
            _ => null,
        };
    }

    /// <summary>The variable or member that is mentioned, whoever it belongs to.</summary>
    public static ISymbol? SymbolOf(IOperation? target)
    {
        return target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
            _ => null,
        };
    }

    /// <summary>A stream that was cut to a number of chunks: however they are joined costs little.</summary>
    public static bool IsShort(StreamExpression stream)
    {
        return stream.Operators.Any(static call => call.TargetMethod.Name == "Take" && call.Arguments.Length > 1 && call.Arguments[1].Value.ConstantValue.HasValue);
    }

    /// <summary>Whether the string is of one round, or starts anew in some: a line or sentence that is handed on when it is whole.</summary>
    public bool IsBegunAnew(ILoopOperation loop, BodyContext body)
    {
        return (Symbol is ILocalSymbol local && local.DeclaringSyntaxReferences.Any(declaration => loop.Syntax.Span.Contains(declaration.Span)))
            || HelperResets.MayReset(Symbol, loop)
            || body.Facts.References.Of(Symbol).Any(reference =>
                (loop.Syntax.Span.Contains(reference.Syntax.Span) || EnclosingFunction.Of(reference) != EnclosingFunction.Of(loop)) &&
                (reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }
                    || (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference && TryFind(assignment) is null)));
    }

    /// <summary>Whether a user interface may be bound to what grows.</summary>
    public bool IsBound(KnownTypes known)
    {
        return Symbol is IPropertySymbol || (Symbol is IFieldSymbol field && IsComponent(field.ContainingType, known));
    }

    private static bool IsComponent(ITypeSymbol type, KnownTypes known)
    {
        var component = known.TypeOf("Microsoft.AspNetCore.Components.ComponentBase");
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (component is not null && SymbolEqualityComparer.Default.Equals(ancestor, component))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static face => face.Name is "INotifyPropertyChanged" or "IComponent");
    }

    private static Accumulation? Make(IOperation target, IOperation piece)
    {
        return target.Type?.SpecialType == SpecialType.System_String && SymbolOf(target) is { } symbol ? new Accumulation(target, symbol, piece) : null;
    }

    private static IOperation? PieceBehind(IOperation value, ISymbol target)
    {
        return value switch
        {
            IParenthesizedOperation parenthesized => PieceBehind(parenthesized.Operand, target),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Is(sum.LeftOperand, target) ? sum.RightOperand : PieceBehind(sum.LeftOperand, target) is not null ? sum.RightOperand : null,
            IInterpolatedStringOperation text when text.Parts.FirstOrDefault() is IInterpolationOperation first && Is(first.Expression, target) && text.Parts.Length > 1 => LastOf(text),
            IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: 2 } call
                when Is(call.Arguments[0].Value, target) => call.Arguments[1].Value,
            _ => null,
        };
    }

    private static IOperation? LastOf(IInterpolatedStringOperation text)
    {
        return text.Parts.Skip(1).OfType<IInterpolationOperation>().LastOrDefault()?.Expression;
    }

    private static bool Is(IOperation operation, ISymbol symbol)
    {
        return operation switch
        {
            IConversionOperation conversion => Is(conversion.Operand, symbol),
            _ => SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol),
        };
    }
}
