using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>A key is written to where more people can read it than may use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeepApiKeyOutOfLogsAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeepApiKeyOutOfLogs,
        "API key written to a log or exception",
        "An API key is written to {0}, where everybody who reads along can use it; leave it out, or show only its last characters",
        RuleCatalog.Security,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Logs are collected, searched, copied into tickets and kept for years. A key that stands in one has to be revoked.",
        RuleCatalog.PageOf(RuleIds.KeepApiKeyOutOfLogs, "KeepApiKeyOutOfLogs"));

    // How a key is read, and what its name has in it however it is written.
    private static readonly SourceTraces s_traces = new("GetEnvironmentVariable", "piKey", "API_KEY", "APIKEY", "pikey", "RouterKey");

    public KeepApiKeyOutOfLogsAnalyzer()
        : base(Rule)
    {
    }

    // What reads a key from the environment and writes it need not know the client that the key is for.
    public override bool LooksInto(SyntaxTree tree, AnalyzerOptions options)
    {
        return s_traces.AreIn(tree);
    }

    public override void Analyze(BodyContext body)
    {
        var seen = new HashSet<SyntaxNode>();
        KeyFlow? flow = null;
        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (KeySink.TryFind(operation) is not { } sink)
            {
                continue;
            }

            flow ??= new KeyFlow(body);
            foreach (var mention in sink.Values.SelectMany(flow.KeysIn))
            {
                if (!EmptyKey.IsCertainAt(mention) && seen.Add(mention.Syntax))
                {
                    body.Report(Rule, mention.Syntax.GetLocation(), sink.Place);
                }
            }
        }
    }
}
