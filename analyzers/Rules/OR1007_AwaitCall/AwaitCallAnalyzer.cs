using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>A request or a stream is started, and nobody waits for it or hears how it ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AwaitCallAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AwaitCall,
        "Stream or call is started and dropped",
        "'{0}' is started and dropped: {1}",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A task that nobody awaits takes its exception along, and goes on when the one who wanted the answer is gone. A stream that nobody enumerates is never sent.",
        RuleCatalog.PageOf(RuleIds.AwaitCall, "AwaitCall"));

    private const string Fails = "when it fails, nobody hears of it";
    private const string NeverSent = "a stream that is not enumerated is never sent";
    private const string Crashes = "nobody can await what is 'async void', and its exceptions end the process";

    public AwaitCallAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.SendingMethod.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Owner is IMethodSymbol method && body.Known.IsSendingMethod(method))
        {
            return;
        }

        foreach (var call in body.Facts.Sends.Concat(body.Facts.Collects))
        {
            if (DroppedValue.IsDropped(call, body) && !DroppedValue.IsTestDouble(call) && !EnclosingFunction.IsInExpressionTree(call))
            {
                var isTask = call.Type?.Name is "Task" or "ValueTask";
                if (!isTask && !body.Known.IsStream(call.Type))
                {
                    // It was sent, and it is over: what a call that blocks brings may be of no interest.
                    continue;
                }

                Report(body, StreamExpression.LocationOf(call), isTask ? AwaitCallProperties.Await : null, call.TargetMethod.Name, isTask ? Fails : NeverSent);
            }
        }

        foreach (var start in body.Facts.Starts)
        {
            if (DroppedValue.IsDropped(start, body) && StartedWork.IsOfClient(start, body))
            {
                Report(body, StreamExpression.LocationOf(start), AwaitCallProperties.Await, start.TargetMethod.ContainingType.Name + "." + start.TargetMethod.Name, Fails);
            }
        }

        AnalyzeVoidFunctions(body);
    }

    private static void AnalyzeVoidFunctions(BodyContext body)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var work in body.Facts.Sends.Concat(body.Facts.Streams.Select(static use => use.Place)))
        {
            var function = EnclosingFunction.Of(work);
            if (EnclosingFunction.SymbolOf(function, body.Owner) is { IsAsync: true, ReturnsVoid: true } symbol &&
                !EnclosingFunction.CatchesAll(work) &&
                !VoidFunction.IsForced(function, symbol, work) &&
                reported.Add(symbol))
            {
                Report(body, symbol, function, work);
            }
        }
    }

    private static void Report(BodyContext body, IMethodSymbol symbol, IOperation? function, IOperation work)
    {
        if (function is IAnonymousFunctionOperation)
        {
            if (function.Syntax is AnonymousFunctionExpressionSyntax { AsyncKeyword: var keyword })
            {
                Report(body, keyword.GetLocation(), repair: null, "async lambda", Crashes);
            }

            return;
        }

        if (symbol.Locations.FirstOrDefault(location => location.SourceTree == work.Syntax.SyntaxTree) is { } place)
        {
            var mayChange = function is ILocalFunctionOperation || symbol.DeclaredAccessibility == Accessibility.Private;
            Report(body, place, mayChange ? AwaitCallProperties.ReturnTask : null, symbol.Name, Crashes);
        }
    }

    private static void Report(BodyContext body, Location location, string? repair, string name, string reason)
    {
        var properties = repair is null ? null : ImmutableDictionary<string, string?>.Empty.Add(AwaitCallProperties.Repair, repair);
        body.Report(Rule, location, DiagnosticSeverity.Warning, properties, name, reason);
    }
}
