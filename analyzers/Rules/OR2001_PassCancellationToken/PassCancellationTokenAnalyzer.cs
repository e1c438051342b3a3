using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

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

    /// <summary>The tokens that a call should be given one of, and the parameter that takes it; nothing where the call is right as it is.</summary>
    public static IReadOnlyList<string> TokensMissingAt(
        IInvocationOperation call, ISymbol owner, KnownTypes known, CancellationToken cancellationToken, out IParameterSymbol? parameter)
    {
        parameter = SendingCall.OmittedToken(call, known);
        return parameter is null || TokenAtCall.IsPassedOtherwise(call, known) || TokenAtCall.IsCleanUp(call, known)
            ? []
            : TokensInScope.Find(call, owner, known, cancellationToken);
    }

    private static void Analyze(IInvocationOperation call, BodyContext body)
    {
        var tokens = TokensMissingAt(call, body.Owner, body.Known, body.CancellationToken, out var parameter);
        if (tokens.Count == 0 || parameter is null)
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
