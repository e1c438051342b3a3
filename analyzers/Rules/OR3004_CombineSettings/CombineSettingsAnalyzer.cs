using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>Two settings of a request exclude each other, one is set twice, or one has nothing to work on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CombineSettingsAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CombineSettings,
        "Contradicting or duplicate settings",
        "'{0}' {1}",
        RuleCatalog.Requests,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A setting that is replaced, contradicted, or without anything to work on does not do what it says.",
        RuleCatalog.PageOf(RuleIds.CombineSettings, "CombineSettings"));

    public CombineSettingsAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.RequestBuilder.Exists || known.Annotations.Excludes.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        var findings = new SettingFindings(body);
        foreach (var chain in ChainsIn(body))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            findings.AddDuplicates(chain.Steps);
            findings.AddContradictions(SettingChain.SettingsOf(chain.Steps).ToList());
        }

        if (body.Known.Annotations.Excludes.Exists)
        {
            foreach (var builder in BuildersIn(body))
            {
                SettingSequences.Visit(body, builder, steps => findings.AddContradictions(SettingChain.SettingsOf(steps).ToList()));
            }

            foreach (var members in InitializersIn(body))
            {
                findings.AddContradictions(members);
            }
        }

        foreach (var send in body.Facts.Sends)
        {
            findings.AddToolChoice(RequestChain.Of(send, body));
        }

        findings.Report(Rule);
    }

    private static IEnumerable<SettingChain> ChainsIn(BodyContext body)
    {
        return body.Facts.Steps
            .Where(step => SettingChain.IsStep(step, body.Known) && !(step.Instance is IInvocationOperation before && SettingChain.IsStep(before, body.Known)))
            .Select(step => SettingChain.From(step.Instance!, body.Known))
            .Where(static chain => chain.Steps.Count > 1);
    }

    private static IEnumerable<ISymbol> BuildersIn(BodyContext body)
    {
        var builders = body.Facts.Steps.Select(static step => step.Instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
            _ => null,
        });
        return builders.OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
    }

    private static IEnumerable<List<RequestSetting>> InitializersIn(BodyContext body)
    {
        return body.Facts.Blocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .OfType<IObjectCreationOperation>()
            .Where(static creation => creation.Initializer is { Initializers.Length: > 1 })
            .Select(static creation => creation.Initializer!.Initializers
                .OfType<ISimpleAssignmentOperation>()
                .Where(static assignment => assignment.Target is IPropertyReferenceOperation)
                .Select(static assignment => new RequestSetting(((IPropertyReferenceOperation)assignment.Target).Property.OriginalDefinition, assignment.Target, assignment.Value))
                .ToList());
    }
}
