using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR5001_HandleToolCalls;

/// <summary>A request offers tools, and whoever sends it reads the text of the answer only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HandleToolCallsAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.HandleToolCalls,
        "Tools are offered but tool calls are never handled",
        "'{0}' offers tools, but the tool calls of the answer are never looked at: its text is empty or unfinished when the model calls one",
        RuleCatalog.Tools,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model that is offered tools may answer with calls of them instead of text. Code that reads only the text takes such an answer for an empty one.",
        RuleCatalog.PageOf(RuleIds.HandleToolCalls, "HandleToolCalls"));

    public HandleToolCallsAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasSendingMethods && known.Annotations.OffersTools.Exists && known.Annotations.ToolCalls.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Facts.Sends.Count == 0 || MentionsToolCalls(body))
        {
            return;
        }

        var reported = new HashSet<Location>();
        foreach (var send in body.Facts.Sends)
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            var chain = RequestChain.Of(send, body);
            if (chain.Escapes || chain.With(body.Known.Annotations.OffersTools).FirstOrDefault(IsOffer) is not { } offer ||
                chain.With(body.Known.Annotations.ToolChoice).Any(ForbidsTools) ||
                !IsReadForTextOnly(send, body))
            {
                continue;
            }

            var location = StreamExpression.LocationOf(offer.Place);
            if (reported.Add(location))
            {
                body.Report(Rule, location, offer.Member.Name);
            }
        }
    }

    // Calls that are looked at anywhere are handled; which answer they belong to is not worth an accusation.
    private static bool MentionsToolCalls(BodyContext body)
    {
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(operation =>
            operation is IPropertyReferenceOperation property
            && body.Known.Annotations.ToolCalls.IsOn(property.Property)
            && property.Parent is not ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation });
    }

    private static bool IsReadForTextOnly(IInvocationOperation send, BodyContext body)
    {
        var known = body.Known;
        if (!known.Members.Reaches(send.Type, known.Annotations.ToolCalls))
        {
            return false;
        }

        var flow = new AnswerFlow(body, type => known.Members.Reaches(type, known.Annotations.ToolCalls));
        flow.Follow(send);
        if (flow.Escapes)
        {
            return false;
        }

        var decision = FinishDecision.OnToolCalls(body.Facts.References);
        var isDecided = flow.Reads.Any(read => known.Members.TellsEnd(read.Property) && decision.IsMadeBy(read))
            || flow.Matches.Any(match => known.Members.TellsEnd(match.Member) && decision.IsMadeBy(match.Pattern));
        return !isDecided && (flow.TakesText
            || flow.Reads.Any(read => known.Members.IsModelText(read.Property))
            || flow.Matches.Any(match => known.Members.IsModelText(match.Member)));
    }

    private static bool IsOffer(RequestSetting setting)
    {
        return setting.Value is { } value
            && !value.DescendantsAndSelf().Any(static part => part is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation or IInvocationOperation { TargetMethod.Name: "Empty" })
            && value.Syntax.ToString() is not "[]";
    }

    private static bool ForbidsTools(RequestSetting setting)
    {
        return setting.Value?.DescendantsAndSelf().Any(static part => part switch
        {
            IMemberReferenceOperation member => IsNone(member.Member.Name),
            { ConstantValue: { HasValue: true, Value: string text } } => IsNone(text),
            // What is decided elsewhere may be to call none.
            ILocalReferenceOperation or IParameterReferenceOperation or IConditionalOperation => true,
            _ => false,
        }) == true;
    }

    private static bool IsNone(string text)
    {
        return text.Equals("none", System.StringComparison.OrdinalIgnoreCase);
    }
}
