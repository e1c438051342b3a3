using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;

/// <summary>A string grows by one piece of the answer a round, and is copied as a whole each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AppendToBuilderAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AppendToBuilder,
        "String built with += in a stream loop",
        "'{0}' is copied as a whole for every chunk; append to a StringBuilder instead",
        RuleCatalog.Cost,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A string cannot grow: each += makes a new one and copies all that was received so far. An answer of n chunks costs n times half its length.",
        RuleCatalog.PageOf(RuleIds.AppendToBuilder, "AppendToBuilder"));

    public AppendToBuilderAnalyzer()
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

            foreach (var operation in loop.Body.DescendantsAndSelf())
            {
                if (Accumulation.TryFind(operation) is { } appended &&
                    !appended.IsBegunAnew(loop, body) &&
                    !(appended.IsBound(body.Known) && body.Option(RuleOptions.AllowBoundAppend) == "true") &&
                    !StreamRounds.RunsOnce(operation, loop, body.Known) &&
                    (texts ??= new ModelTextFlow(body)).IsModelText(appended.Piece))
                {
                    body.Report(Rule, appended.Target.Syntax.GetLocation(), appended.Symbol.Name);
                }
            }
        }
    }
}
