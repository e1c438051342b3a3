using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;

/// <summary>The text of an answer that came as a whole is used, and nothing ever asks why it ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CheckCompletionAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CheckCompletion,
        "Completion used without looking at its finish reason",
        "The text that '{0}' brings is used and its finish reason is never read, so an answer that was cut off looks complete",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An answer that arrived whole need not be complete: the model may have stopped at the token limit or at a content filter. Only the finish reason tells.",
        RuleCatalog.PageOf(RuleIds.CheckCompletion, "CheckCompletion"));

    public CheckCompletionAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.SendingMethod.Exists && known.Annotations.ModelText.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.IsTrusted(body.Owner))
        {
            return;
        }

        foreach (var call in body.Facts.Sends.Concat(body.Facts.Collects))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (WholeAnswer.TypeOf(call, body) is { } answer && IsUsedUnseen(call, answer, body) && !IsExcused(call, body))
            {
                var properties = ImmutableDictionary<string, string?>.Empty;
                body.Report(
                    Rule,
                    StreamExpression.LocationOf(call),
                    DiagnosticSeverity.Warning,
                    FinishPath.Find(answer, body.Known.Members) is { } path ? properties.Add(FixProperties.FinishPath, path) : properties,
                    call.TargetMethod.Name);
            }
        }
    }

    private static bool IsUsedUnseen(IInvocationOperation call, ITypeSymbol answer, BodyContext body)
    {
        var flow = new ChunkFlow(body, answer);
        flow.Follow(call);
        return !flow.IsObserved && flow.ReadsText && UsesText(call, body);
    }

    // Who takes nothing but tool calls off a message notices cut-off arguments when they are parsed.
    private static bool UsesText(IInvocationOperation call, BodyContext body)
    {
        var known = body.Known;
        var flow = new AnswerFlow(body, type => known.Members.Reaches(type, known.Annotations.ModelText));
        flow.Follow(call);
        return flow.Escapes
            || flow.TakesText
            || flow.Reads.Any(read => known.Members.IsModelText(read.Property))
            || flow.Matches.Any(match => known.Members.IsModelText(match.Member));
    }

    private static bool IsExcused(IInvocationOperation call, BodyContext body)
    {
        var limit = TokenLimit.Of(call, body);
        return limit.AsksForAWord || (body.Option(RuleOptions.NonStreamingPolicy) == "limited" && !limit.IsCertain);
    }
}
