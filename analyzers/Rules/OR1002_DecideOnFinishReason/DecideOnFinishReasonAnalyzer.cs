using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;

/// <summary>A streamed answer is used as soon as there is any finish reason, whichever it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DecideOnFinishReasonAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DecideOnFinishReason,
        "Finish reason is only tested for presence",
        "The finish reason is only tested for presence, so an answer that was cut off is taken for one that is complete",
        RuleCatalog.Answers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Every answer has a finish reason in the end, also one that stopped at the token limit or at a filter. That there is one says nothing; which one it is does.",
        RuleCatalog.PageOf(RuleIds.DecideOnFinishReason, "DecideOnFinishReason"));

    public DecideOnFinishReasonAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.Annotations.FinishReason.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Facts.Streams.Count == 0 || body.IsTrusted(body.Owner) || body.Option(RuleOptions.FinishReasonPolicy) == "observe")
        {
            return;
        }

        foreach (var use in body.Facts.Streams)
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            Analyze(use, body);
        }
    }

    private static void Analyze(StreamUse use, BodyContext body)
    {
        // Operators of LINQ, and streams of others, may do what is not seen here.
        if (use.Stream.Operators.Count > 0 || use.Stream.YieldsText ||
            use.Stream.Source is IFieldReferenceOperation or IPropertyReferenceOperation ||
            (use.Stream.Source is IParameterReferenceOperation && !body.Known.IsBareStream(use.Stream.Source.Type)) ||
            FinishPath.Find(use.Stream.Chunk, body.Known.Members) is not { } path ||
            StreamConsumption.TakesOneChunk(use.Place) ||
            StreamRounds.LoopOf(use.Place, body) is not { } loop)
        {
            return;
        }

        var reads = FinishReasonReads.Of(use, body);
        if (!reads.GoesOn && reads.Tests.FirstOrDefault() is { } test && GatheredText.IsUsed(loop, body))
        {
            body.Report(Rule, Whole(test).Syntax.GetLocation(), Rule.DefaultSeverity, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.FinishPath, path));
        }
    }

    // With what stands before the question mark.
    private static IOperation Whole(IOperation test)
    {
        while (test.Parent is IConditionalAccessOperation access && access.WhenNotNull == test)
        {
            test = access;
        }

        return test;
    }
}
