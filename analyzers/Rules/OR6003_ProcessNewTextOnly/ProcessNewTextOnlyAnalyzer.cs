using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6003_ProcessNewTextOnly;

/// <summary>Everything that was received so far is gone through again in each round of a stream.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ProcessNewTextOnlyAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ProcessNewTextOnly,
        "Whole text is processed again for every chunk",
        "All that '{0}' holds is processed again for every chunk; work on the new piece, or do it less often",
        RuleCatalog.Cost,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Work on the whole text in each round grows with the square of the answer: ten times the text costs a hundred times the work.",
        RuleCatalog.PageOf(RuleIds.ProcessNewTextOnly, "ProcessNewTextOnly"));

    public ProcessNewTextOnlyAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.Annotations.ModelText.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        ModelTextFlow? texts = null;
        foreach (var use in body.Facts.Streams)
        {
            if (StreamRounds.LoopOf(use.Place, body) is not { } loop || Accumulation.IsShort(use.Stream))
            {
                continue;
            }

            var whole = WholeText.Of(loop, body);
            foreach (var operation in loop.Body.DescendantsAndSelf())
            {
                if (whole.ProcessedBy(operation) is { } mention &&
                    RoundCondition.RunsForEachChunk(operation, loop) &&
                    !StreamRounds.RunsOnce(operation, loop, body.Known) &&
                    (texts ??= new ModelTextFlow(body)).IsModelText(mention))
                {
                    var place = operation is IInterpolationOperation ? mention : operation;
                    body.Report(Rule, place.Syntax.GetLocation(), mention.Syntax.ToString());
                }
            }
        }
    }
}
