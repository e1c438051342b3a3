using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>A stream is read a second time, or a request that was sent is sent again as it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EnumerateStreamOnceAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EnumerateStreamOnce,
        "Stream is enumerated more than once",
        "'{0}' {1}",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A stream is an answer that arrives once. Reading it again fails, or sends the request again, which is paid for again and brings another answer.",
        RuleCatalog.PageOf(RuleIds.EnumerateStreamOnce, "EnumerateStreamOnce"));

    private const string Fails = "was read before: a stream is read once, and reading it again throws";
    private const string Sends = "was read before: reading a stream again fails or sends its request again";
    private const string FailsInLoop = "is read in each round of the loop: a stream is read once, and the second round throws";
    private const string SendsInLoop = "is read in each round of the loop: reading a stream again fails or sends its request again";
    private const string Paid = "sends the same request again, and that is paid for again: nothing of it has changed";

    public EnumerateStreamOnceAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams || known.HasSendingMethods;
    }

    public override void Analyze(BodyContext body)
    {
        var readings = StreamReading.AllOf(body);
        foreach (var group in Grouped(readings, body))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (HeldStream.TryFind(group.Key, body) is { } stream)
            {
                Analyze(stream, group.ToList(), body);
            }
        }

        foreach (var call in SecondSending.AllOf(body, readings))
        {
            body.Report(Rule, StreamExpression.LocationOf(call), DiagnosticSeverity.Info, properties: null, call.TargetMethod.Name, Paid);
        }
    }

    private static IEnumerable<IGrouping<ISymbol, IOperation>> Grouped(IReadOnlyList<StreamReading> readings, BodyContext body)
    {
        return readings
            .Select(static reading => reading.Source)
            .Select(source => (Source: source, Holder: HeldStream.HolderOf(source, body)))
            .Where(static pair => pair.Holder is not null)
            .GroupBy(static pair => pair.Holder!, static pair => pair.Source, SymbolEqualityComparer.Default);
    }

    private static void Analyze(HeldStream stream, List<IOperation> readings, BodyContext body)
    {
        foreach (var inFunction in readings.GroupBy(EnclosingFunction.Of))
        {
            var uses = inFunction.OrderBy(static use => use.Syntax.SpanStart).ToList();
            if (uses.Count == 1 && RoundOfLoop.Around(uses[0]) is null)
            {
                continue;
            }

            var changes = body.Facts.References.Of(stream.Holder).Where(LocalValue.IsWritten).ToList();
            // What stands for an earlier value of the local is not told apart.
            var isRenamed = uses.Any(use => !body.Facts.References.Of(stream.Holder).Contains(use));
            if ((changes.Count > 0 && isRenamed) || Repetition.TryFind(stream.Holder, uses, changes, body) is not { } repetition)
            {
                continue;
            }

            if (uses.FirstOrDefault(second => uses.Any(first => first != second && repetition.IsRepeated(first, second))) is { } repeated)
            {
                Report(repeated, stream.Fails ? Fails : Sends, body);
            }
            else if (uses.FirstOrDefault(use => IsReadInEachRound(use, stream, repetition)) is { } inLoop)
            {
                Report(inLoop, stream.Fails ? FailsInLoop : SendsInLoop, body);
            }
        }
    }

    private static bool IsReadInEachRound(IOperation use, HeldStream stream, Repetition repetition)
    {
        return RoundOfLoop.Around(use) is { } loop
            && RoundOfLoop.RunsInEach(use, loop)
            && (stream.Fails || RoundOfLoop.IsOverSomething(use, loop))
            && repetition.ComesBack(use);
    }

    private static void Report(IOperation use, string reason, BodyContext body)
    {
        body.Report(Rule, use.Syntax.GetLocation(), use.Syntax.ToString(), reason);
    }
}
