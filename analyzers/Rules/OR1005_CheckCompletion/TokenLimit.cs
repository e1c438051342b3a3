using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;

/// <summary>The limit of tokens that a body sets on the request of an answer.</summary>
internal sealed class TokenLimit
{
    // Services take no less than this from some models, so it is what people write who want a yes or a no.
    private const long MostForAWord = 16;

    private readonly List<IOperation> _values;

    private TokenLimit(List<IOperation> values, bool isWhole)
    {
        _values = values;
        IsCertain = isWhole && values.Exists(static value => !IsNothing(value));
    }

    /// <summary>Whether all of the request is seen, and a limit is set on it.</summary>
    public bool IsCertain { get; }

    /// <summary>Whether the limit leaves room for a word or two only: there, to be cut off is what was asked for.</summary>
    public bool AsksForAWord => _values.Exists(static value => ConstantOf(value) is <= MostForAWord);

    public static TokenLimit Of(IInvocationOperation call, BodyContext body)
    {
        if (ChainOf(call, body) is not { } chain)
        {
            return new TokenLimit([], isWhole: false);
        }

        var values = chain.Settings.Where(static setting => IsLimit(setting.Member.Name)).Select(static setting => setting.Value).OfType<IOperation>();
        return new TokenLimit(values.ToList(), chain.IsWhole);
    }

    private static RequestChain? ChainOf(IInvocationOperation call, BodyContext body)
    {
        var send = body.Known.IsSendingMethod(call.TargetMethod) ? call
            : call.Instance is { } stream && StreamExpression.TryFind(stream, body.Known) is { } collected ? SendingCall.Of(collected, body)
            : null;
        return send is null ? null : RequestChain.Of(send, body);
    }

    // No annotation says what a number counts; documents of all services call it so: max_tokens, max_completion_tokens, max_output_tokens.
    private static bool IsLimit(string name)
    {
        var most = name.IndexOf("Max", StringComparison.Ordinal);
        return most >= 0 && name.IndexOf("Token", most, StringComparison.Ordinal) > most;
    }

    private static long? ConstantOf(IOperation value)
    {
        return Bare(value).ConstantValue.Value switch
        {
            int number => number,
            long number => number,
            _ => null,
        };
    }

    private static bool IsNothing(IOperation value)
    {
        return Bare(value) is var bare && (bare.ConstantValue is { HasValue: true, Value: null } || bare is IDefaultValueOperation);
    }

    private static IOperation Bare(IOperation value)
    {
        return value is IConversionOperation { ConstantValue.HasValue: false } conversion ? Bare(conversion.Operand) : value;
    }
}
