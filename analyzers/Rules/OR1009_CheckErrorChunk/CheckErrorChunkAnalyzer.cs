using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;

/// <summary>A client hands out errors as chunks, and a loop takes only the text of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CheckErrorChunkAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CheckErrorChunk,
        "Error chunk is not looked at",
        "An error in the middle of '{0}' arrives as a chunk and is not thrown, but '{1}' is never read: an answer that broke off looks complete",
        RuleCatalog.Answers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A client that delivers errors as data throws nothing when the service gives up in the middle of an answer. The stream just ends behind the chunk that holds the error.",
        RuleCatalog.PageOf(RuleIds.CheckErrorChunk, "CheckErrorChunk"));

    public CheckErrorChunkAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.Annotations.ChunkError.Exists;
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
            if (MayBringErrors(use, body.Known) && ErrorPath(use.Stream.Chunk, body.Known) is { } path && ErrorReads.Of(use, body) is { TakesText: true, MayKnowError: false })
            {
                var location = StreamExpression.LocationOf(use.Stream.Source);
                var properties = ImmutableDictionary<string, string?>.Empty;
                body.Report(
                    Rule,
                    location,
                    Rule.DefaultSeverity,
                    use.Loop is not null && use.Stream.Operators.Count == 0 ? properties.Add(CheckErrorChunkProperties.ErrorPath, path) : properties,
                    location.SourceTree!.GetText(body.CancellationToken).ToString(location.SourceSpan),
                    path.Split('.').Last());
            }
        }
    }

    private static bool MayBringErrors(StreamUse use, KnownTypes known)
    {
        return StreamDelivery.DeliversErrors(use.Stream.Chunk, known)
            && !use.Stream.YieldsText
            && !StreamConsumption.TakesOneChunk(use.Place)
            && !IsShared(use.Stream.Source, known);
    }

    // Whoever holds the stream can ask it what went wrong.
    private static bool IsShared(IOperation source, KnownTypes known)
    {
        return source is IFieldReferenceOperation or IPropertyReferenceOperation || (source is IParameterReferenceOperation && !known.IsBareStream(source.Type));
    }

    private static string? ErrorPath(ITypeSymbol chunk, KnownTypes known)
    {
        return FinishPath.Find(chunk, known.Annotations.ChunkError.IsOn, type => known.Members.Reaches(type, known.Annotations.ChunkError));
    }
}
