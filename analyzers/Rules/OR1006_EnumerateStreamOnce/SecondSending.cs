using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>
/// Calls that send the request of a local again, though nothing changed since it was sent. Only what runs straight on counts:
/// in a branch, a loop or a handler, and beside another call, sending again is meant.
/// </summary>
internal static class SecondSending
{
    public static IEnumerable<IInvocationOperation> AllOf(BodyContext body, IReadOnlyList<StreamReading> readings)
    {
        var places = readings.GroupBy(static reading => reading.Source).ToDictionary(static group => group.Key, static group => group.First().Place);
        var sends = body.Facts.Sends.Where(call => call.Instance is ILocalReferenceOperation && SendsAtOnce(call, places) && TakesNothing(call, body.Known));
        foreach (var group in sends.GroupBy(static call => ((ILocalReferenceOperation)call.Instance!).Local, (IEqualityComparer<ILocalSymbol>)SymbolEqualityComparer.Default))
        {
            if (group.Count() > 1 && SecondOf(group.Key, group.ToList(), places, body) is { } second)
            {
                yield return second;
            }
        }
    }

    private static IInvocationOperation? SecondOf(ILocalSymbol builder, List<IInvocationOperation> sends, Dictionary<IOperation, IOperation> places, BodyContext body)
    {
        var uses = sends.Select(static send => send.Instance!).ToList();
        var function = EnclosingFunction.Of(uses[0]);
        var others = body.Facts.References.Of(builder).Except(uses).ToList();
        if (RequestOfLocal.IsPlain((ILocalReferenceOperation)uses[0], others, body.Known) is false ||
            others.Concat(uses).Any(mention => EnclosingFunction.Of(mention) != function) ||
            IsMeasured(body) ||
            Repetition.TryFind(builder, uses, others, body) is not { } repetition)
        {
            return null;
        }

        var loop = LocalValue.Declaration((ILocalReferenceOperation)uses[0]) is { } declaration ? RoundOfLoop.Around(declaration) : null;
        return sends.Find(second => RoundOfLoop.Around(second) == loop
            && sends.Exists(first => first != second
                && RoundOfLoop.Around(first) == loop
                && !(IsKept(first, places) && IsKept(second, places))
                && repetition.IsRepeated(first.Instance!, second.Instance!, surely: true)));
    }

    // A task that is awaited later, and a stream that is read later, are several answers side by side.
    private static bool SendsAtOnce(IInvocationOperation call, Dictionary<IOperation, IOperation> places)
    {
        return AwaitOf(call) is not null || places.ContainsKey(call);
    }

    // Two whole answers are samples to choose from or to compare.
    private static bool IsKept(IInvocationOperation call, Dictionary<IOperation, IOperation> places)
    {
        var answer = AwaitOf(places.TryGetValue(call, out var place) ? place : call);
        while (answer?.Parent is IConversionOperation or IParenthesizedOperation)
        {
            answer = answer.Parent;
        }

        return answer is not null && answer.Parent is not (IMemberReferenceOperation or IInvocationOperation or IConditionalAccessOperation or IExpressionStatementOperation);
    }

    private static IOperation? AwaitOf(IOperation call)
    {
        var task = call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured ? configured : call;
        return task.Parent as IAwaitOperation;
    }

    private static bool TakesNothing(IInvocationOperation call, KnownTypes known)
    {
        return call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || known.IsToken(argument.Parameter?.Type));
    }

    // Whoever measures or waits in between repeats on purpose.
    private static bool IsMeasured(BodyContext body)
    {
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(static operation => operation is
            IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep" } or { ContainingType.Name: "Stopwatch" } }
            or IObjectCreationOperation { Type.Name: "Stopwatch" });
    }
}
