using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>
/// A rule that judges one body at a time: a method, an accessor, an initialiser. It costs nothing in a compilation that
/// knows no client, and is silent about generated code; pages of Razor come to it through <see cref="PageAnalyzer"/>.
/// </summary>
internal abstract class BodyRule : DiagnosticAnalyzer
{
    private protected BodyRule(DiagnosticDescriptor rule)
    {
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.TryFind(start.Compilation) is { } known && AppliesTo(known))
            {
                start.RegisterOperationBlockAction(block =>
                {
                    if (BodyFacts.Of(block.OperationBlocks, known).MentionsClient || LooksInto(block.OperationBlocks[0].Syntax.SyntaxTree, block.Options))
                    {
                        Analyze(BodyContext.Of(block, known));
                    }
                });
            }
        });
    }

    /// <summary>Whether bodies of a source concern the rule though they mention nothing of a client.</summary>
    public virtual bool LooksInto(SyntaxTree tree, AnalyzerOptions options)
    {
        return false;
    }

    /// <summary>Whether anything of the compilation can concern the rule.</summary>
    public virtual bool AppliesTo(KnownTypes known)
    {
        return true;
    }

    public abstract void Analyze(BodyContext body);
}
