using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>A streamed answer is used, and nothing ever asks why it ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObserveFinishReasonAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ObserveFinishReason,
        "Finish reason of the stream is never observed",
        "The finish reason of the answer streamed by '{0}' is never read, so an answer that was cut off looks complete",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model may stop at the token limit, at a content filter or to call a tool. Only the finish reason tells these from an answer that is complete.",
        RuleCatalog.PageOf(RuleIds.ObserveFinishReason, "ObserveFinishReason"));

    public ObserveFinishReasonAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Facts.Streams.Count == 0 || body.IsTrusted(body.Owner))
        {
            return;
        }

        foreach (var use in body.Facts.Streams)
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (IsAnswer(use, body.Known))
            {
                Analyze(use.Place, use.Stream, body);
            }
        }
    }

    private static bool IsAnswer(StreamUse use, KnownTypes known)
    {
        return known.Members.ReachesEnd(use.Stream.Chunk)
            && !IsSharedStream(use.Stream.Source, known)
            && !StreamConsumption.TakesOneChunk(use.Place);
    }

    private static void Analyze(IOperation consumption, StreamExpression stream, BodyContext body)
    {
        var known = body.Known;
        var flow = new ChunkFlow(body, stream.Chunk);
        foreach (var linq in stream.Operators)
        {
            flow.FollowLambdas(linq);
        }

        if (stream.Source is ILocalReferenceOperation local)
        {
            flow.Follow(local.Local);
        }

        StreamConsumption.Follow(consumption, flow);
        if (flow.IsObserved || !(flow.ReadsText || stream.YieldsText))
        {
            return;
        }

        var location = StreamExpression.LocationOf(stream.Source);
        var collecting = CollectingLoop.TryFind(consumption, stream, known);
        body.Report(
            Rule,
            location,
            DiagnosticSeverity.Warning,
            PropertiesOf(consumption, stream, known, collecting),
            location.SourceTree!.GetText(body.CancellationToken).ToString(location.SourceSpan));
    }

    // Whoever owns a stream with a memory of its own can still ask it how it ended.
    private static bool IsSharedStream(IOperation source, KnownTypes known)
    {
        return source is IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation && !known.IsBareStream(source.Type);
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(
        IOperation consumption, StreamExpression stream, KnownTypes known, CollectingLoop? collecting)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (consumption is IForEachLoopOperation && stream.Operators.Count == 0 && !stream.YieldsText && FinishPath.Find(stream.Chunk, known.Members) is { } path)
        {
            properties = properties.Add(FixProperties.FinishPath, path);
        }

        return collecting is null
            ? properties
            : properties.Add(FixProperties.Collector, collecting.Collector.Name).Add(FixProperties.CollectedText, collecting.CollectedText.Name);
    }
}
