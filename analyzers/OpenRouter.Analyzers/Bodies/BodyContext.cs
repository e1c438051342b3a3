using System;
using System.Collections.Immutable;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>One body that is judged, and where to report about it.</summary>
internal sealed class BodyContext
{
    private readonly Action<Diagnostic> _report;
    private readonly Func<IOperation, ControlFlowGraph> _flow;
    private AnalyzerConfigOptions? _options;

    public BodyContext(
        ImmutableArray<IOperation> blocks,
        ISymbol owner,
        KnownTypes known,
        AnalyzerOptions options,
        Action<Diagnostic> report,
        Func<IOperation, ControlFlowGraph> flow,
        CancellationToken cancellationToken)
    {
        Owner = owner;
        Known = known;
        Facts = BodyFacts.Of(blocks, known);
        AnalyzerOptions = options;
        CancellationToken = cancellationToken;
        _report = report;
        _flow = flow;
    }

    /// <summary>The method, property, field or other member whose body it is.</summary>
    public ISymbol Owner { get; }

    public KnownTypes Known { get; }

    /// <summary>What all rules ask about the body, found in one walk.</summary>
    public BodyFacts Facts { get; }

    public AnalyzerOptions AnalyzerOptions { get; }

    public CancellationToken CancellationToken { get; }

    public static BodyContext Of(OperationBlockAnalysisContext context, KnownTypes known)
    {
        return new BodyContext(
            context.OperationBlocks,
            context.OwningSymbol,
            known,
            context.Options,
            context.ReportDiagnostic,
            context.GetControlFlowGraph,
            context.CancellationToken);
    }

    /// <summary>The control flow of a block of the body.</summary>
    public ControlFlowGraph FlowOf(IOperation block)
    {
        return _flow(block);
    }

    /// <summary>A setting of <c>.editorconfig</c>, or nothing; see <see cref="RuleOptions"/>.</summary>
    public string? Option(string key)
    {
        _options ??= AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(Facts.Blocks[0].Syntax.SyntaxTree);
        return _options.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    /// <summary>Whether a method counts as a collector: it is marked, or named in <see cref="RuleOptions.TrustedConsumers"/>.</summary>
    public bool IsTrusted(ISymbol? symbol)
    {
        return Known.IsCollector(symbol) || IsListed(symbol, RuleOptions.TrustedConsumers);
    }

    /// <summary>Whether a setting lists the method, as <c>Type.Method</c>, among others separated by commas.</summary>
    public bool IsListed(ISymbol? symbol, string key)
    {
        if (symbol is not { ContainingType: { } type } || Option(key) is not { } list)
        {
            return false;
        }

        var name = type.Name + "." + symbol.Name;
        foreach (var entry in RuleOptions.Split(list))
        {
            if (entry == name || entry.EndsWith("." + name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public void Report(DiagnosticDescriptor rule, Location location, params object?[] arguments)
    {
        Report(rule, location, rule.DefaultSeverity, properties: null, arguments);
    }

    /// <summary>
    /// Reports with a severity of its own, which is never above that of the rule: a build at the command line leaves out analyzers whose rules all only inform, so what they raise
    /// would be seen in editors alone. Rules about answers only inform in projects of tests.
    /// </summary>
    public void Report(
        DiagnosticDescriptor rule,
        Location location,
        DiagnosticSeverity severity,
        ImmutableDictionary<string, string?>? properties,
        params object?[] arguments)
    {
        var ceiling = Known.IsTestProject && rule.Category == RuleCatalog.Answers ? DiagnosticSeverity.Info : rule.DefaultSeverity;
        var softened = severity > ceiling ? ceiling : severity;
        _report(Diagnostic.Create(rule, location, softened, additionalLocations: null, properties, arguments));
    }
}
