using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>A model is asked for by a name that lacks its vendor, or has spaces around it: no model is found under it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NameModelWithVendorAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NameModelWithVendor,
        "Model identifier without vendor prefix",
        "The model id '{0}' {1}",
        RuleCatalog.Requests,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A router serves the models of many vendors, and its ids say whose a model is: 'vendor/model'. A name alone is refused, or guessed at.",
        RuleCatalog.PageOf(RuleIds.NameModelWithVendor, "NameModelWithVendor"));

    public NameModelWithVendorAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.ModelId.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var text in GivenValues.To(body.Known.Annotations.ModelId, body).SelectMany(given => ConstantTexts.Reaching(given.Value, body)))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (seen.Add(text.Syntax) && FaultOf(text.Value, body) is { } fault && !OtherService.IsAddressed(body))
            {
                Report(text, fault, body);
            }
        }
    }

    private static string? FaultOf(string id, BodyContext body)
    {
        var trimmed = id.Trim();
        // What is in angle brackets or braces is filled in by somebody, or tells a reader to do so.
        if (trimmed.Length == 0 || trimmed.IndexOfAny(['<', '{']) >= 0 || AllowedModels.Contains(trimmed, body))
        {
            return null;
        }

        if (trimmed.Contains("/"))
        {
            return trimmed.Length < id.Length ? "has white space around it" : null;
        }

        // Tests make up names for models that are never asked.
        return trimmed[0] == '@' || (body.Known.IsTestProject && !KnownModelNames.IsFamiliar(trimmed))
            ? null
            : "does not name its vendor; ids read 'vendor/model'";
    }

    private static void Report(ConstantText text, string fault, BodyContext body)
    {
        var trimmed = text.Value.Trim();
        var replacement = trimmed.Contains("/") ? trimmed : KnownModelNames.TryComplete(trimmed);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(ModelIdProperties.Written, text.Value);
        body.Report(
            Rule,
            text.Syntax.GetLocation(),
            DiagnosticSeverity.Info,
            replacement is null ? properties : properties.Add(ModelIdProperties.Replacement, replacement),
            text.Value,
            fault);
    }
}
