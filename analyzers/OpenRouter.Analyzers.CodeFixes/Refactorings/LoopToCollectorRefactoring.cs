using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;
using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Leaves a loop that only appends text to the stream's own collector.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(LoopToCollectorRefactoring))]
internal sealed class LoopToCollectorRefactoring : CodeRefactoringProvider
{
    public const string EquivalenceKey = "OpenRouter.LoopToCollector";

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var loop = root?.FindToken(context.Span.Start).Parent?.AncestorsAndSelf().OfType<ForEachStatementSyntax>().FirstOrDefault();
        if (loop is null || context.Span.End > loop.CloseParenToken.Span.End ||
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model ||
            KnownTypes.TryFind(model.Compilation) is not { } known ||
            model.GetOperation(loop, context.CancellationToken) is not IForEachLoopOperation { IsAsynchronous: true } operation ||
            StreamExpression.TryFind(operation.Collection, known) is not { } stream ||
            CollectingLoop.TryFind(operation, stream, known) is not { } collecting)
        {
            return;
        }

        var place = StreamExpression.LocationOf(stream.Source).SourceSpan;
        var changes = await CollectAnswerCodeFix.EditAsync(
            context.Document, place, collecting.Collector.Name, collecting.CollectedText.Name, context.CancellationToken).ConfigureAwait(false);
        if (changes is not null)
        {
            TextRefactoring.Register(context, "Collect the whole answer instead of looping", EquivalenceKey, changes);
        }
    }
}
