using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>A streamed answer is used, and nothing ever asks why it ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObserveFinishReasonAnalyzer : DiagnosticAnalyzer
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

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.TryFind(start.Compilation) is { HasStreams: true } known)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, known));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownTypes known)
    {
        if (known.IsCollector(context.OwningSymbol))
        {
            return;
        }

        var consumptions = new List<(IOperation Place, StreamExpression Stream)>();
        foreach (var block in context.OperationBlocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                if (StreamConsumption.IsCandidate(operation) && FindAnswer(operation, known) is { } stream)
                {
                    consumptions.Add((operation, stream));
                }
            }
        }

        // Hardly any body gets this far: only these are indexed.
        var references = consumptions.Count > 0 ? ReferenceIndex.Of(context.OperationBlocks) : null;
        foreach (var (place, stream) in consumptions)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Analyze(place, stream, references!, known, context);
        }
    }

    private static StreamExpression? FindAnswer(IOperation consumption, KnownTypes known)
    {
        return StreamConsumption.TryFindStream(consumption, known) is { } stream
            && known.Members.ReachesEnd(stream.Chunk)
            && !IsSharedStream(stream.Source, known)
            && !StreamConsumption.TakesOneChunk(consumption)
            ? stream
            : null;
    }

    private static void Analyze(
        IOperation consumption, StreamExpression stream, ReferenceIndex references, KnownTypes known, OperationBlockAnalysisContext context)
    {
        var flow = new ChunkFlow(known, references, stream.Chunk);
        foreach (var linq in stream.Operators)
        {
            flow.FollowLambdas(linq);
        }

        if (stream.Source is ILocalReferenceOperation local)
        {
            flow.Follow(local.Local);
        }

        StreamConsumption.Follow(consumption, flow);
        if (flow.IsObserved || !flow.ReadsText)
        {
            return;
        }

        var location = StreamExpression.LocationOf(stream.Source);
        var collecting = CollectingLoop.TryFind(consumption, stream, known);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            location,
            known.IsTestProject ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            additionalLocations: null,
            PropertiesOf(consumption, stream, known, collecting),
            location.SourceTree!.GetText(context.CancellationToken).ToString(location.SourceSpan)));
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
        if (consumption is IForEachLoopOperation && stream.Operators.Count == 0 && FinishPath.Find(stream.Chunk, known.Members) is { } path)
        {
            properties = properties.Add(FixProperties.FinishPath, path);
        }

        return collecting is null
            ? properties
            : properties.Add(FixProperties.Collector, collecting.Collector.Name).Add(FixProperties.CollectedText, collecting.CollectedText.Name);
    }
}
