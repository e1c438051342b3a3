using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>A switch over the finish reason treats an answer that was cut off like one that is complete.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CoverFinishReasonsAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CoverFinishReasons,
        "Switch over the finish reason misses values",
        "The switch over the finish reason does not handle {0}, and treats it like an answer that is complete",
        RuleCatalog.Answers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "An answer can end at the token limit, at a filter, with an error or with a call of a tool. A switch that passes over one of them in silence goes on with half an answer.",
        RuleCatalog.PageOf(RuleIds.CoverFinishReasons, "CoverFinishReasons"));

    public CoverFinishReasonsAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.FinishReason.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        // The first switch over a value decides; another may then rely on it.
        var decided = new List<SyntaxNode>();
        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            var value = (operation as ISwitchOperation)?.Value ?? (operation as ISwitchExpressionOperation)?.Value;
            if (value is null || !FinishValue.Is(value, body) || decided.Any(other => other.IsEquivalentTo(value.Syntax, topLevel: false)))
            {
                continue;
            }

            body.CancellationToken.ThrowIfCancellationRequested();
            decided.Add(value.Syntax);
            if (FinishSwitch.TryRead(operation) is { } choice)
            {
                Analyze(operation, choice, body);
            }
        }
    }

    private static void Analyze(IOperation operation, FinishSwitch choice, BodyContext body)
    {

        var words = FinishWords.Of(choice.Value, choice.Labels);
        var handled = choice.Handled;
        if (!words.Any(word => handled.Contains(word.Text)) || !choice.TreatsRestLikeSuccess(words))
        {
            return;
        }

        var missing = words
            .Where(word => !handled.Contains(word.Text) && (word.Meaning == FinishMeaning.Failure || (word.Meaning == FinishMeaning.Tools && OffersTools(body))))
            .Where(word => !IsHandledElsewhere(word, operation, body))
            .ToList();
        if (missing.Count > 0)
        {
            body.Report(Rule, LocationOf(operation), Rule.DefaultSeverity, PropertiesOf(missing), string.Join(", ", missing.Select(static word => "'" + word.Text + "'")));
        }
    }

    private static bool OffersTools(BodyContext body)
    {
        var offers = body.Known.Annotations.OffersTools;
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(operation =>
            operation is IInvocationOperation call && offers.IsOn(call.TargetMethod) || operation is IPropertyReferenceOperation property && offers.IsOn(property.Property));
    }

    // Compared with the value before or behind the switch, or looked at in another way.
    private static bool IsHandledElsewhere(FinishWord word, IOperation choice, BodyContext body)
    {
        var known = body.Known.Annotations;
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(operation =>
            !choice.Syntax.Span.Contains(operation.Syntax.Span) && !IsLabel(operation) && operation switch
            {
                ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text == word.Text,
                IFieldReferenceOperation { Field: { IsStatic: true } field } => field.Name == word.Name || field.ConstantValue as string == word.Text,
                IPropertyReferenceOperation { Property.IsStatic: true } member => new FinishWord(member.Property.Name, member.Property.Name).Meaning == word.Meaning && IsSame(member.Property.Name, word.Text),
                IPropertyReferenceOperation property => (word.Meaning == FinishMeaning.Tools && known.ToolCalls.IsOn(property.Property)) || (IsSame("error", word.Text) && known.ChunkError.IsOn(property.Property)),
                _ => false,
            });
    }

    private static bool IsLabel(IOperation operation)
    {
        var around = operation.Parent;
        while (around is IConversionOperation or IPatternOperation)
        {
            around = around.Parent;
        }

        return around is ICaseClauseOperation || (around is ISwitchExpressionArmOperation arm && arm.Pattern.Syntax.Span.Contains(operation.Syntax.Span));
    }

    private static bool IsSame(string left, string right)
    {
        return string.Equals(left, right.Replace("_", string.Empty), System.StringComparison.OrdinalIgnoreCase);
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(IEnumerable<FinishWord> missing)
    {
        return ImmutableDictionary<string, string?>.Empty.Add(
            CoverFinishReasonsProperties.Missing, string.Join("\n", missing.Select(static word => word.Name + " " + word.Text)));
    }

    private static Location LocationOf(IOperation choice)
    {
        return choice.Syntax switch
        {
            SwitchStatementSyntax statement => statement.SwitchKeyword.GetLocation(),
            SwitchExpressionSyntax expression => expression.SwitchKeyword.GetLocation(),
            _ => choice.Syntax.GetLocation(),
        };
    }
}
