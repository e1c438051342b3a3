using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;

/// <summary>A stream breaks, and a catch block makes half an answer look like a whole one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeepStreamFailureAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeepStreamFailure,
        "Catch block hides a broken stream",
        "When the stream breaks, this catch block throws, tells and notes nothing, so half an answer passes for a whole one",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A stream can break after any chunk. Whoever catches that has to say so to somebody; otherwise what was received so far is shown, saved or parsed as the answer.",
        RuleCatalog.PageOf(RuleIds.KeepStreamFailure, "KeepStreamFailure"));

    public KeepStreamFailureAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var attempt in body.Facts.Streams.SelectMany(use => TriesAround(use.Place)).Distinct())
        {
            var use = body.Facts.Streams.First(candidate => TriesAround(candidate.Place).Contains(attempt));
            if (IsTopLevelHandler(attempt, body) || Aftermath.TellsOfFailure(attempt, use, body) || Aftermath.IsRetried(attempt))
            {
                continue;
            }

            foreach (var clause in attempt.Catches)
            {
                if (CaughtFailure.Of(clause, use.Stream.Chunk, body.Known) && CatchBlock.IsSilent(clause, body) && clause.Syntax is CatchClauseSyntax { CatchKeyword: var keyword })
                {
                    body.Report(Rule, keyword.GetLocation());
                }
            }
        }
    }

    /// <summary>The <c>try</c> statements around a loop, up to the first that lets no failure out.</summary>
    private static IEnumerable<ITryOperation> TriesAround(IOperation place)
    {
        for (var child = place; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == child && !attempt.Catches.IsEmpty)
            {
                yield return attempt;
                if (attempt.Catches.Any(static clause => clause.Filter is null && CaughtFailure.IsEverything(clause.ExceptionType)))
                {
                    yield break;
                }
            }
        }
    }

    // The last handler of a program or of a request: what happens to failures there is decided there.
    private static bool IsTopLevelHandler(ITryOperation attempt, BodyContext body)
    {
        return body.Owner is IMethodSymbol method
            && attempt.Parent is IBlockOperation { Parent: null or IMethodBodyOperation }
            && (method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
                || (method.Name is "Invoke" or "InvokeAsync" && method.Parameters.Any(static parameter => parameter.Type.Name == "HttpContext")));
    }
}
