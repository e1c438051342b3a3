using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;
using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

namespace OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;

/// <summary>A loop asks a token between two chunks; the request, which was never given the token, hears nothing of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PassInsteadOfPollingAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PassInsteadOfPolling,
        "Cancellation polled instead of passed",
        "'{0}' is asked between chunks only, because it is not passed to '{1}'",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Nothing asks the token while the next chunk is awaited, which is nearly all of the time. A request that is given the token ends at once.",
        RuleCatalog.PageOf(RuleIds.PassInsteadOfPolling, "PassInsteadOfPolling"));

    public PassInsteadOfPollingAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.HasSendingMethods;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var use in body.Facts.Streams)
        {
            if (SendingCall.Of(use.Stream, body) is not { } call ||
                SendingCall.OmittedToken(call, body.Known) is not { } parameter ||
                TokenAtCall.IsPassedOtherwise(call, body.Known))
            {
                continue;
            }

            foreach (var poll in Poll.FindAll(use, body))
            {
                Report(poll, call, parameter, call == use.Stream.Source && use.Place is IForEachLoopOperation, body);
            }
        }
    }

    private static void Report(Poll poll, IInvocationOperation call, IParameterSymbol parameter, bool isLoopOverCall, BodyContext body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (isLoopOverCall && poll.Token is { } token)
        {
            properties = properties
                .Add(FixProperties.Tokens, token)
                .Add(FixProperties.TokenParameter, parameter.Name)
                .Add(FixProperties.TokenPosition, SendingCall.PositionOf(parameter, call))
                .Add(PollingProperties.Call, call.TargetMethod.Name);
        }

        body.Report(Rule, poll.Test.GetLocation(), DiagnosticSeverity.Info, properties, poll.Name, call.TargetMethod.Name);
    }
}
