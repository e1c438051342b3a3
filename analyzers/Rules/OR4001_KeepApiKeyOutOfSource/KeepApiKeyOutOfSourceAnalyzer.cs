using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>A key is written in the source, where everybody who can read it can use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeepApiKeyOutOfSourceAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeepApiKeyOutOfSource,
        "API key in source",
        "An API key is written here, so everybody who can read the source can use it; read it from the environment or from a configuration",
        RuleCatalog.Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A key in the source is in every copy of the source, in its history and in what is built from it. It cannot be taken back, only revoked.",
        RuleCatalog.PageOf(RuleIds.KeepApiKeyOutOfSource, "KeepApiKeyOutOfSource"));

    // The start of a key, which may be put together from pieces, and how a header that sends one is made.
    private static readonly SourceTraces s_traces = new("sk-", "Authorization", "AuthenticationHeaderValue");

    public KeepApiKeyOutOfSourceAnalyzer()
        : base(Rule)
    {
    }

    // A key may stand wherever somebody put it.
    public override bool LooksInto(SyntaxTree tree, AnalyzerOptions options)
    {
        return s_traces.AreIn(tree) || KeyPatterns.Of(tree, options).Any;
    }

    public override void Analyze(BodyContext body)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var given in GivenValues.To(body.Known.Annotations.ApiKey, body))
        {
            foreach (var text in ConstantTexts.Reaching(given.Value, body))
            {
                ReportIfKey(text.Value, text, given.Value, mayBeOtherService: false, seen, body);
            }
        }

        if (!LooksInto(body.Facts.Blocks[0].Syntax.SyntaxTree, body.AnalyzerOptions))
        {
            return;
        }

        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            foreach (var text in AuthorizationHeader.KeysIn(operation, body))
            {
                ReportIfKey(AuthorizationHeader.KeyOf(text.Value), text, operation, mayBeOtherService: true, seen, body);
            }

            if (TextOf(operation) is { } written && IsCertain(written, body) && seen.Add(operation.Syntax))
            {
                Report(operation.Syntax, isCertain: true, KeyShape.IsKey(written), body);
            }
        }
    }

    private static void ReportIfKey(string key, ConstantText text, IOperation receiver, bool mayBeOtherService, HashSet<SyntaxNode> seen, BodyContext body)
    {
        var isCertain = IsCertain(key, body);
        if ((isCertain || KeyShape.MayBeKey(key)) && !(isCertain && IsDeclaredConstant(text, receiver, body)) && seen.Add(text.Syntax))
        {
            Report(text.Syntax, isCertain, key == text.Value && (!mayBeOtherService || KeyShape.IsKey(key)), body);
        }
    }

    private static bool IsCertain(string text, BodyContext body)
    {
        return KeyShape.HoldsKey(text) || KeyPatterns.Of(body).Match(text);
    }

    // The outermost constant: a key may be put together from pieces. Names of constants are reported where their value stands.
    private static string? TextOf(IOperation operation)
    {
        return operation switch
        {
            IUtf8StringOperation bytes => bytes.Value,
            IConversionOperation or IParenthesizedOperation or IFieldReferenceOperation or ILocalReferenceOperation => null,
            { Parent.ConstantValue: { HasValue: true, Value: string } } and not { Parent: IConversionOperation or IParenthesizedOperation } => null,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            _ => null,
        };
    }

    // What is certain to be a key is reported where the constant is declared.
    private static bool IsDeclaredConstant(ConstantText text, IOperation receiver, BodyContext body)
    {
        return receiver.SemanticModel?.GetSymbolInfo(text.Syntax, body.CancellationToken).Symbol is IFieldSymbol or ILocalSymbol;
    }

    private static void Report(SyntaxNode place, bool isCertain, bool isKeyAlone, BodyContext body)
    {
        var isGuess = !isCertain && body.Known.IsTestProject;
        var properties = ImmutableDictionary<string, string?>.Empty;
        body.Report(
            Rule,
            place.GetLocation(),
            isGuess ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            isKeyAlone ? properties.Add(KeyProperties.IsKeyAlone, "") : properties);
    }
}
