using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;

/// <summary>A stream is left at the finish reason, and the chunk behind it, which brings the usage, is never received.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReadUsageChunkAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReadUsageChunk,
        "Loop is left at the finish reason, before the usage chunk",
        "The stream is left at the finish reason, so the chunk with the usage that follows it is not received",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A stream of chunks as they were received does not end with the finish reason: the usage, and with it the cost of the answer, comes in a chunk of its own behind it.",
        RuleCatalog.PageOf(RuleIds.ReadUsageChunk, "ReadUsageChunk"));

    public ReadUsageChunkAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.Annotations.Usage.Exists && known.Annotations.FinishReason.Exists;
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
            if (BringsUsageLast(use, body) && !IsInFinally(use.Place))
            {
                Analyze(use, body);
            }
        }
    }

    private static void Analyze(StreamUse use, BodyContext body)
    {
        foreach (var call in use.Stream.Operators.Where(call => ExitAtFinish.IsTakeWhile(call, body)))
        {
            Report(StreamExpression.LocationOf(call), use, use.Place, canGoOn: false, body);
        }

        if (StreamRounds.LoopOf(use.Place, body) is not { } loop)
        {
            return;
        }

        var exits = ExitAtFinish.In(loop, body).ToList();
        if (exits.Count == 0)
        {
            return;
        }

        // A loop that goes on meets the chunk that has no choice.
        var canGoOn = !ItemAccess.In(loop.Body, body).Any(access => UncheckedItem.TryFind(access, body) is not null);
        foreach (var exit in exits)
        {
            Report(exit.Syntax.GetLocation(), use, loop, canGoOn, body);
        }
    }

    private static bool BringsUsageLast(StreamUse use, BodyContext body)
    {
        var members = body.Known.Members;
        return !StreamDelivery.HasEndChunk(use, body)
            && FinishPath.Find(use.Stream.Chunk, members) is not null
            && FinishPath.Find(use.Stream.Chunk, members.IsUsage, type => members.Reaches(type, body.Known.Annotations.Usage)) is not null;
    }

    private static bool IsInFinally(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (parent is ITryOperation attempt && attempt.Finally == child)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(Location location, StreamUse use, IOperation place, bool canGoOn, BodyContext body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        body.Report(
            Rule,
            location,
            WantsUsage(use, place, body) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            canGoOn ? properties.Add(ReadUsageChunkProperties.CanGoOn, null) : properties);
    }

    /// <summary>Whether the usage is read in the loop or behind it.</summary>
    private static bool WantsUsage(StreamUse use, IOperation place, BodyContext body)
    {
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>().Any(read =>
            body.Known.Members.IsUsage(read.Property)
            && IsOfStream(read, use.Stream.Chunk, body.Known)
            && read.Syntax.SpanStart >= place.Syntax.SpanStart
            && !body.Facts.Streams.Any(other => other != use && other.Loop is { } loop && loop != place && loop.Syntax.Span.Contains(read.Syntax.Span) && !loop.Syntax.Span.Contains(place.Syntax.Span)));
    }

    // Of a chunk, or of what the stream itself keeps.
    private static bool IsOfStream(IPropertyReferenceOperation read, ITypeSymbol chunk, KnownTypes known)
    {
        for (var declaring = chunk; declaring is not null; declaring = declaring.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(read.Property.ContainingType, declaring))
            {
                return true;
            }
        }

        return read.Instance is IPropertyReferenceOperation { Instance: { } stream } && known.ChunkOf(stream.Type) is not null;
    }
}
