using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;

/// <summary>The HttpClient that a client is given ends requests by a clock that knows nothing of models.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SetHttpClientTimeoutAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SetHttpClientTimeout,
        "HttpClient with a time limit is given to the client",
        "This HttpClient waits {0} for an answer to begin, and a model may think longer; set its Timeout to Timeout.InfiniteTimeSpan",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "HttpClient.Timeout runs until the headers of a response are there. Models that think, and answers that are not streamed, take longer; the client has clocks that know this.",
        RuleCatalog.PageOf(RuleIds.SetHttpClientTimeout, "SetHttpClientTimeout"));

    public SetHttpClientTimeoutAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        // Tests talk to handlers of their own.
        return (known.Annotations.ApiClient.Exists || known.Annotations.ApiKey.Exists) && !known.IsTestProject;
    }

    public override void Analyze(BodyContext body)
    {
        HashSet<IOperation>? reported = null;
        foreach (var given in GivenHttpClient.FindAll(body))
        {
            if (TimeLimit.Of(given, body) is { } limit && (reported ??= []).Add(given.Creation))
            {
                Report(given, limit, body);
            }
        }
    }

    private static void Report(GivenHttpClient given, TimeLimit limit, BodyContext body)
    {
        if (limit.Value is { } value)
        {
            var severity = limit.IsShort ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            var properties = ImmutableDictionary<string, string?>.Empty.Add(TimeLimitProperties.IsValue, string.Empty);
            body.Report(Rule, value.Syntax.GetLocation(), severity, properties, "no longer than this");
            return;
        }

        var place = given.Creation.Syntax switch
        {
            ObjectCreationExpressionSyntax created => created.Type.GetLocation(),
            ImplicitObjectCreationExpressionSyntax created => created.NewKeyword.GetLocation(),
            var other => other.GetLocation(),
        };
        body.Report(Rule, place, DiagnosticSeverity.Info, properties: null, "100 seconds");
    }
}
