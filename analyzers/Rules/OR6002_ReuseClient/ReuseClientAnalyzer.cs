using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>A client, with the connections that it keeps, is made for one request and thrown away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReuseClientAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReuseClient,
        "Client created per request",
        "A client is made for each {0}; keep one for all of them",
        RuleCatalog.Cost,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A client owns connections. One that is made for each request opens a connection, and negotiates its encryption, every time, and leaves its port occupied behind.",
        RuleCatalog.PageOf(RuleIds.ReuseClient, "ReuseClient"));

    public ReuseClientAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.ApiClient.Exists && !known.IsTestProject;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var creation in body.Facts.Clients)
        {
            if (PlaceOfCreation.Of(creation, body) is { } place && !ClientKey.IsOfCaller(creation, body))
            {
                body.Report(Rule, LocationOf(creation), place.Severity, properties: null, place.Name);
            }
        }
    }

    private static Location LocationOf(IOperation creation)
    {
        return creation.Syntax switch
        {
            ObjectCreationExpressionSyntax created => created.Type.GetLocation(),
            ImplicitObjectCreationExpressionSyntax created => created.NewKeyword.GetLocation(),
            _ => StreamExpression.LocationOf(creation),
        };
    }
}
