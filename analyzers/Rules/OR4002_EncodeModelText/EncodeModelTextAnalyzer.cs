using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>Text that a model wrote is rendered as HTML, so whoever can talk to the model can put a script into the page.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EncodeModelTextAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EncodeModelText,
        "Model output rendered as raw HTML",
        "Text that a model wrote is rendered as HTML without being encoded, so it can carry a script into the page",
        RuleCatalog.Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model writes what its prompt, a web page or a document that it was given leads it to write. Such text is encoded, or sanitised, before a browser sees it.",
        RuleCatalog.PageOf(RuleIds.EncodeModelText, "EncodeModelText"));

    public EncodeModelTextAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.ModelText.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        var seen = new HashSet<SyntaxNode>();
        RenderedText? text = null;
        foreach (var value in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).SelectMany(HtmlSink.ValuesIn))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (value.ConstantValue.HasValue)
            {
                continue;
            }

            text ??= new RenderedText(body, value);
            if (text.IsModelText(value) && seen.Add(value.Syntax))
            {
                body.Report(Rule, value.Syntax.GetLocation());
            }
        }
    }
}
