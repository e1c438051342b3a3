using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR5003_WaitForToolArguments;

/// <summary>A loop over a stream takes a piece of the arguments of a tool call for all of them, or for one of the same call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WaitForToolArgumentsAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WaitForToolArguments,
        "Streamed tool arguments parsed before they are complete",
        "'{0}' is a piece of the arguments of a tool call: {1}",
        RuleCatalog.Tools,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A chunk holds a piece of the arguments of a tool call. They are JSON when all pieces of the same call have been put together.",
        RuleCatalog.PageOf(RuleIds.WaitForToolArguments, "WaitForToolArguments"));

    public WaitForToolArgumentsAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.Annotations.ToolArguments.Exists && known.Annotations.ToolCalls.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var use in body.Facts.Streams)
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (use.Loop is { } loop && use.Stream.Operators.Count == 0 && body.Known.Members.Reaches(use.Stream.Chunk, body.Known.Annotations.ToolCalls))
            {
                Analyze(loop, body);
            }
        }
    }

    private static void Analyze(IForEachLoopOperation loop, BodyContext body)
    {
        var known = body.Known;
        var flow = new AnswerFlow(body, type => known.Members.Reaches(type, known.Annotations.ToolCalls) || known.Members.Reaches(type, known.Annotations.ToolArguments));
        flow.FollowLoop(loop);
        var pieces = new ToolCallPieces(loop, flow, body);
        foreach (var parsed in pieces.Parsed)
        {
            body.Report(Rule, parsed.Syntax.GetLocation(), parsed.Syntax.ToString(), "it is no JSON before the others have come");
        }

        foreach (var mixed in pieces.Mixed)
        {
            body.Report(
                Rule, mixed.Syntax.GetLocation(), DiagnosticSeverity.Info, properties: null, mixed.Syntax.ToString(), "without the index of its call, pieces of several calls are mixed");
        }
    }
}
