using OpenRouter.Analyzers.CodeFixes.Refactorings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class LoopToCollectorRefactoringTests
{
    [Fact]
    public Task Loop_ThatAppends_BecomesCollector() => RefactoringVerifier<LoopToCollectorRefactoring>.VerifyAsync(
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    [|await|] foreach (var chunk in Ask.StreamAsync(token))
                    {
                        _text.Append(chunk.Choices?[0].Delta?.Content);
                    }
                }
            """),
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    var answer = await Ask.StreamAsync(token).CollectAsync();
                    _text.Append(answer.Text);
                }
            """));

    [Theory]
    [InlineData("[|await|] foreach (var chunk in Ask.StreamAsync()) { Show(chunk.Choices?[0].Delta?.Content); }")]
    [InlineData("[|await|] foreach (var chunk in Ask.StreamAsync()) { _text.Append(chunk.Choices?[0].Delta?.Content); Show(chunk); }")]
    [InlineData("[|await|] foreach (var chunk in Ask.StreamAsync()) { /* why */ _text.Append(chunk.Choices?[0].Delta?.Content); }")]
    [InlineData("[|await|] foreach (var fragment in new Pen().WriteAsync()) { _text.Append(fragment.Words); }")]
    [InlineData("[|foreach|] (var text in new[] { \"\" }) { _text.Append(text); } await Task.Yield();")]
    [InlineData("await foreach (var chunk in Ask.StreamAsync()) { [|_text|].Append(chunk.Choices?[0].Delta?.Content); }")]
    public Task OtherLoop_IsNotOffered(string body) => RefactoringVerifier<LoopToCollectorRefactoring>.VerifyNotOfferedAsync(
        RefactoringSample.With("async Task Run() { " + body + " }"));
}
