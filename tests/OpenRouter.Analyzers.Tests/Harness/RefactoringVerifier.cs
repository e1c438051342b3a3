using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>Applies a refactoring at the marked place; source and result compile.</summary>
internal static class RefactoringVerifier<TRefactoring>
    where TRefactoring : CodeRefactoringProvider, new()
{
    public static async Task VerifyAsync(string marked, string expected, TestProject? project = null)
    {
        var (document, actions) = await OfferedAsync(marked, project);
        var operations = await Assert.Single(actions).GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal(expected, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        await AssertCompilesAsync(changed);
    }

    public static async Task VerifyNotOfferedAsync(string marked, TestProject? project = null)
    {
        Assert.Empty((await OfferedAsync(marked, project)).Actions);
    }

    private static async Task<(Document Document, List<CodeAction> Actions)> OfferedAsync(string marked, TestProject? project)
    {
        var source = MarkedSource.Parse(marked);
        var document = (project ?? TestProject.Default).CreateDocument(source.Text);
        await AssertCompilesAsync(document);
        var actions = new List<CodeAction>();
        // A cursor, and not a selection: this is how most are asked for.
        var place = new TextSpan(Assert.Single(source.Marks).Span.Start, 0);
        await new TRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, place, actions.Add, TestContext.Current.CancellationToken));
        return (document, actions);
    }

    private static async Task AssertCompilesAsync(Document document)
    {
        var model = await document.GetSemanticModelAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(model!.GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
