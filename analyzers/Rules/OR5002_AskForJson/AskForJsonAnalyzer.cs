using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR5002_AskForJson;

/// <summary>Text of a model is parsed as JSON, and the request did not ask for any.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AskForJsonAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AskForJson,
        "Model text parsed as JSON without response format",
        "'{0}' parses what a model wrote, but the request sent by '{1}' asks for no response format: a model that adds a word breaks it",
        RuleCatalog.Tools,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Asked in words only, a model wraps JSON into Markdown or explains it once in a while. A response format makes the service see to it.",
        RuleCatalog.PageOf(RuleIds.AskForJson, "AskForJson"));

    public AskForJsonAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.SendingMethod.Exists && known.Annotations.ResponseFormat.Exists && known.Annotations.ModelText.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Facts.Sends.Count == 0)
        {
            return;
        }

        var parsers = ParsersIn(body);
        if (parsers.Count == 0 || !body.Facts.Sends.All(send => IsUnformatted(RequestChain.Of(send, body), body.Known)) || HasOtherText(body))
        {
            return;
        }

        var properties = PropertiesOf(body);
        foreach (var parser in parsers)
        {
            body.Report(
                Rule, StreamExpression.LocationOf(parser), DiagnosticSeverity.Info, properties, parser.TargetMethod.Name, body.Facts.Sends[0].TargetMethod.Name);
        }
    }

    private static List<IInvocationOperation> ParsersIn(BodyContext body)
    {
        var text = new ModelTextFlow(body);
        return body.Facts.Blocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Where(call => JsonParserCall.TextOf(call) is { } parsed && text.IsModelText(parsed) && !JsonParserCall.IsFailureCaught(call))
            .ToList();
    }

    private static bool IsUnformatted(RequestChain chain, KnownTypes known)
    {
        return chain.IsWhole && !chain.With(known.Annotations.ResponseFormat).Any() && chain.Type is { } type && CanAsk(type, known);
    }

    // A service that offers no format leaves no choice.
    private static bool CanAsk(ITypeSymbol type, KnownTypes known)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().Any(known.Annotations.ResponseFormat.IsOn))
            {
                return true;
            }
        }

        return false;
    }

    // Text of an answer that came from somewhere else may have been asked for as JSON there.
    private static bool HasOtherText(BodyContext body)
    {
        var known = body.Known;
        var flow = new AnswerFlow(body, type => known.Members.ReachesText(type));
        foreach (var send in body.Facts.Sends)
        {
            flow.Follow(send);
        }

        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>().Any(read =>
            known.Members.IsModelText(read.Property) && read.Parent is not IPropertySubpatternOperation && !flow.Reads.Contains(read));
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(BodyContext body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        return body.Facts.Sends.Count == 1 && JsonStep.TryFind(body.Facts.Sends[0], body) is { } step
            ? properties
                .Add(AskForJsonProperties.SendName, step.SendName)
                .Add(AskForJsonProperties.SendOrdinal, step.SendOrdinal)
                .Add(AskForJsonProperties.Step, step.Method)
                .Add(AskForJsonProperties.Form, step.Form)
            : properties;
    }
}
