using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>Applies a fix finding by finding, then to all of them at once; both give the same text, and it compiles.</summary>
internal static class FixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public static async Task VerifyAsync(string marked, string expected, string equivalenceKey, TestProject? project = null)
    {
        var document = await RuleVerifier<TAnalyzer>.VerifyAsync(marked, project);
        await AssertTextAsync(expected, await FixOneByOneAsync(document, equivalenceKey));

        var fix = new TFix();
        // The same document in another project: only the whole solution reaches it.
        var source = (await document.GetTextAsync()).ToString();
        var twin = (project ?? TestProject.Default).AddTwin(document, source);
        document = twin.Project.Solution.GetDocument(document.Id)!;
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var context = new FixAllContext(document, fix, scope, equivalenceKey, fix.FixableDiagnosticIds, new Findings(), default);
            var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
            var solution = (await ApplyAsync(document, action!)).Project.Solution;
            await AssertTextAsync(expected, solution.GetDocument(document.Id)!);
            await AssertTextAsync(scope == FixAllScope.Solution ? expected : source, solution.GetDocument(twin.Id)!);
        }
    }

    /// <summary>The keys of the fixes that are offered for the first finding, in their order.</summary>
    public static async Task<IReadOnlyList<string?>> OfferedAsync(string marked, TestProject? project = null)
    {
        var document = await RuleVerifier<TAnalyzer>.VerifyAsync(marked, project);
        var findings = await RuleVerifier<TAnalyzer>.DiagnosticsAsync(document.Project);
        return [.. (await ActionsAsync(document, findings[0])).Select(action => action.EquivalenceKey)];
    }

    private static async Task<Document> FixOneByOneAsync(Document document, string equivalenceKey)
    {
        for (var round = 0; round < 20; round++)
        {
            // This also proves that the text of each round compiles.
            var findings = await RuleVerifier<TAnalyzer>.DiagnosticsAsync(document.Project);
            CodeAction? action = null;
            foreach (var finding in findings)
            {
                action ??= (await ActionsAsync(document, finding)).FirstOrDefault(offered => offered.EquivalenceKey == equivalenceKey);
            }

            if (action is null)
            {
                return document;
            }

            document = await ApplyAsync(document, action);
        }

        throw new InvalidOperationException("The fix is offered again and again.");
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), default));
        return actions;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(default);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task AssertTextAsync(string expected, Document document)
    {
        Assert.Equal(expected, (await document.GetTextAsync()).ToString());
    }

    private sealed class Findings : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            return await RuleVerifier<TAnalyzer>.DiagnosticsAsync(project);
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await RuleVerifier<TAnalyzer>.DiagnosticsAsync(document.Project)).Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            return Task.FromResult<IEnumerable<Diagnostic>>([]);
        }
    }
}
