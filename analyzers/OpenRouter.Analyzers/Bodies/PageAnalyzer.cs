using System;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>
/// Runs the rules over pages of Razor. The compiler sees what a page is translated to, which counts as generated code; a
/// rule that asked for all generated code would pay for every emitted client too. Only what stands in the page is reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<BodyRule> s_rules = ImmutableArray.Create(BodyRules.All());

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(s_rules.SelectMany(static rule => rule.SupportedDiagnostics));

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.TryFind(start.Compilation) is { } known && IsWeb(known))
            {
                start.RegisterSemanticModelAction(model => Analyze(model, known));
            }
        });
    }

    private static bool IsWeb(KnownTypes known)
    {
        return known.TypeOf("Microsoft.AspNetCore.Components.ComponentBase") is not null
            || known.TypeOf("Microsoft.AspNetCore.Mvc.Razor.RazorPageBase") is not null;
    }

    private static void Analyze(SemanticModelAnalysisContext context, KnownTypes known)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (!IsPage(tree.FilePath))
        {
            return;
        }

        foreach (var member in tree.GetRoot(context.CancellationToken).DescendantNodes().Where(IsBodyOwner))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.SemanticModel.GetOperation(member, context.CancellationToken) is { } block &&
                context.SemanticModel.GetDeclaredSymbol(OwnerOf(member), context.CancellationToken) is { } owner)
            {
                Analyze(block, owner, context, known);
            }
        }
    }

    private static void Analyze(IOperation block, ISymbol owner, SemanticModelAnalysisContext context, KnownTypes known)
    {
        var body = new BodyContext(
            ImmutableArray.Create(block), owner, known, context.Options, diagnostic => Report(diagnostic, context), FlowOf, context.CancellationToken);
        foreach (var rule in s_rules)
        {
            // What a page renders need not mention the client: its code has put it into a field.
            if (rule.AppliesTo(known))
            {
                rule.Analyze(body);
            }
        }
    }

    // What the translation adds around the page cannot be changed by anybody.
    private static void Report(Diagnostic diagnostic, SemanticModelAnalysisContext context)
    {
        if (diagnostic.Location.GetMappedLineSpan() is { HasMappedPath: true, Path: var path } &&
            (path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static bool IsPage(string path)
    {
        return path.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".razor.g.cs", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".cshtml.g.cs", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBodyOwner(SyntaxNode node)
    {
        return node switch
        {
            BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
            AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
            ArrowExpressionClauseSyntax arrow => arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
            EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax
                || (value.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }),
            _ => false,
        };
    }

    private static SyntaxNode OwnerOf(SyntaxNode body)
    {
        return body is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax ? body.Parent! : body;
    }

    private static ControlFlowGraph FlowOf(IOperation block)
    {
        return block switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
            IFieldInitializerOperation field => ControlFlowGraph.Create(field),
            IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
            IBlockOperation plain => ControlFlowGraph.Create(plain),
            _ => throw new ArgumentException("This kind of operation has no control flow of its own: " + block.Kind, nameof(block)),
        };
    }
}
