using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;
using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

namespace OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;

/// <summary>A model is asked for that its vendor has retired, or has announced to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReplaceRetiredModelAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReplaceRetiredModel,
        "Deprecated or retired model",
        "The model '{0}' {1}{2}",
        RuleCatalog.Models,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Vendors retire models on a day that they announce. From then on a request for the model fails, or is answered by another one.",
        RuleCatalog.PageOf(RuleIds.ReplaceRetiredModel, "ReplaceRetiredModel"));

    public ReplaceRetiredModelAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.ModelId.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (ModelList.TryFind(body.AnalyzerOptions, body.CancellationToken) is not { } list)
        {
            return;
        }

        var seen = new HashSet<SyntaxNode>();
        foreach (var text in GivenValues.To(body.Known.Annotations.ModelId, body).SelectMany(given => ConstantTexts.Reaching(given.Value, body)))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (list.Find(text.Value) is { } entry && !AllowedModels.Contains(text.Value, body) && seen.Add(text.Syntax) && !OtherService.IsAddressed(body))
            {
                Report(text, entry, body);
            }
        }
    }

    private static void Report(ConstantText text, ModelEntry entry, BodyContext body)
    {
        var day = entry.Date is null ? "" : entry.IsRetired ? " on " + entry.Date : " and goes on " + entry.Date;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(ModelIdProperties.Written, text.Value);
        if (entry.Successor is not null)
        {
            properties = properties.Add(ModelIdProperties.Replacement, entry.Successor + ModelList.RouteOf(text.Value));
        }

        body.Report(
            Rule,
            text.Syntax.GetLocation(),
            entry.IsRetired && !body.Known.IsTestProject ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            properties,
            text.Value,
            (entry.IsRetired ? "was retired" : "is deprecated") + day,
            entry.Successor is null ? "" : "; its replacement is '" + entry.Successor + "'");
    }
}
