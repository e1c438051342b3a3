using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;

/// <summary>A choice is taken out of a list that may not be there, or may be empty.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CheckFirstChoiceAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CheckFirstChoice,
        "First choice taken without checking that there is one",
        "'{0}' may be {1}, and an item is taken out of it without a check",
        RuleCatalog.Answers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Not every chunk carries a choice: those that bring the usage, or news of the service, do not. Taking the first one then throws in the middle of an answer.",
        RuleCatalog.PageOf(RuleIds.CheckFirstChoice, "CheckFirstChoice"));

    public CheckFirstChoiceAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.FinishReason.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var block in body.Facts.Blocks)
        {
            foreach (var access in ItemAccess.In(block, body))
            {
                body.CancellationToken.ThrowIfCancellationRequested();
                if (UncheckedItem.TryFind(access, body) is { } item)
                {
                    Report(item, body);
                }
            }
        }
    }

    private static void Report(UncheckedItem item, BodyContext body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (item.IsNeverEmpty)
        {
            properties = properties.Add(CheckFirstChoiceProperties.IsNeverEmpty, null);
        }

        if (item.MayBeNull)
        {
            properties = properties.Add(CheckFirstChoiceProperties.MayBeNull, null);
        }

        body.Report(
            Rule,
            LocationOf(item.Access.Access.Syntax),
            item.IsStreamed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            properties,
            item.Access.Member.Property.Name,
            item.IsNeverEmpty ? "absent" : item.MayBeNull ? "absent or empty" : "empty");
    }

    // The brackets, or the name of the operator: where the item is taken, however long the way there is.
    private static Location LocationOf(SyntaxNode access)
    {
        return access switch
        {
            ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
            ElementBindingExpressionSyntax binding => binding.ArgumentList.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name.GetLocation(),
            _ => access.GetLocation(),
        };
    }
}
