using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>A request is sent without the cancellation token that is at hand, so it goes on, and is paid for, when nobody waits any more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PassCancellationTokenAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PassCancellationToken,
        "Cancellation token in scope is not passed",
        "'{0}' is called without the cancellation token '{1}' that is in scope, so the request goes on when nobody waits for it any more",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model goes on writing, and is paid for, until its request is cancelled. A token that is in scope says when nobody waits for the answer any more.",
        RuleCatalog.PageOf(RuleIds.PassCancellationToken, "PassCancellationToken"));

    public PassCancellationTokenAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasSendingMethods;
    }

    public override void Analyze(BodyContext body)
    {
        // A sending method that forwards to another one is the client's own business.
        if (body.Facts.Sends.Count == 0 || (body.Owner is IMethodSymbol method && body.Known.IsSendingMethod(method)))
        {
            return;
        }

        foreach (var call in body.Facts.Sends)
        {
            Analyze(call, body);
        }
    }

    private static void Analyze(IInvocationOperation call, BodyContext body)
    {
        var known = body.Known;
        if (SendingCall.OmittedToken(call, known) is not { } parameter)
        {
            return;
        }

        if (TokenAtCall.IsPassedOtherwise(call, known) || TokenAtCall.IsCleanUp(call, known))
        {
            return;
        }

        var tokens = TokensInScope.Find(call, body.Owner, known, body.CancellationToken);
        if (tokens.Count == 0)
        {
            return;
        }

        body.Report(
            Rule,
            StreamExpression.LocationOf(call),
            DiagnosticSeverity.Warning,
            ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.Tokens, string.Join("\n", tokens))
                .Add(FixProperties.TokenParameter, parameter.Name)
                .Add(FixProperties.TokenPosition, SendingCall.PositionOf(parameter, call)),
            call.TargetMethod.Name,
            tokens[0]);
    }
}
