using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>A consumed stream, with the operators that stand between its source and the place that consumes it.</summary>
internal sealed class StreamExpression
{
    private StreamExpression(IOperation source, ITypeSymbol chunk, IReadOnlyList<IInvocationOperation> operators, bool yieldsText)
    {
        YieldsText = yieldsText;
        Source = source;
        Chunk = chunk;
        Operators = operators;
    }

    /// <summary>The innermost expression that is a stream of chunks.</summary>
    public IOperation Source { get; }

    public ITypeSymbol Chunk { get; }

    /// <summary>The operators of asynchronous LINQ that were applied, outermost first.</summary>
    public IReadOnlyList<IInvocationOperation> Operators { get; }

    /// <summary>Whether a view of the stream hands out the text alone.</summary>
    public bool YieldsText { get; }

    public static StreamExpression? TryFind(IOperation consumed, KnownTypes known)
    {
        var operators = new List<IInvocationOperation>();
        var source = consumed;
        var yieldsText = false;
        while (Inner(source, known) is { } inner)
        {
            if (source is IInvocationOperation invocation && LinqCall.Is(invocation))
            {
                operators.Add(invocation);
            }

            yieldsText |= source is IInvocationOperation view && known.Annotations.ModelText.IsOn(view.TargetMethod);
            source = inner;
        }

        return known.ChunkOf(source.Type) is { } chunk ? new StreamExpression(source, chunk, operators, yieldsText) : null;
    }

    /// <summary>The name to underline: short, and the same however the chain is laid out.</summary>
    public static Location LocationOf(IOperation source)
    {
        var syntax = source.Syntax;
        if (syntax is InvocationExpressionSyntax call)
        {
            syntax = call.Expression;
        }

        return syntax switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
            SimpleNameSyntax name => name.Identifier.GetLocation(),
            _ => syntax.GetLocation(),
        };
    }

    private static IOperation? Inner(IOperation operation, KnownTypes known)
    {
        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
            IParenthesizedOperation parenthesized => parenthesized.Operand,
            ITranslatedQueryOperation query => query.Operation,
            IInvocationOperation { Instance: null } call when LinqCall.PassesStreamOn(call) => call.Arguments[0].Value,
            IInvocationOperation { Instance: { } instance } call when call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait" => instance,
            // Another view of the same stream, such as the chunks as they were received.
            IInvocationOperation { Instance: { } instance } call
                when known.ChunkOf(instance.Type) is not null
                    && (known.ChunkOf(call.Type) is not null || known.Annotations.ModelText.IsOn(call.TargetMethod)) => instance,
            _ => null,
        };
    }
}
