using OpenRouter.Analyzers.CodeFixes.Refactorings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class CollectorToLoopRefactoringTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("token", "", "")]
    [InlineData("", "token", ".WithCancellation(token)")]
    public Task Collector_BecomesLoop(string sent, string collected, string configured) => RefactoringVerifier<CollectorToLoopRefactoring>.VerifyAsync(
        RefactoringSample.With($$"""
                async Task<string> Run(CancellationToken token, string text)
                {
                    // The answer.
                    var [|answer|] = await Ask.StreamAsync({{sent}}).CollectAsync({{collected}}); // kept
                    Show(text + answer.Text.Length);
                    return answer.Text;
                }
            """),
        RefactoringSample.With($$"""
                async Task<string> Run(CancellationToken token, string text)
                {
                    // The answer.
                    var text2 = new StringBuilder();
                    FinishReason? finish = null;
                    await foreach (var chunk in Ask.StreamAsync({{sent}}){{configured}})
                    {
                        if (chunk.Choices is [{ FinishReason: { } reason }, ..])
                        {
                            finish = reason;
                        }

                        if (chunk.Choices is [{ Delta: { Content: { } piece } }, ..])
                        {
                            text2.Append(piece);
                        }
                    }

                    if (finish == FinishReason.Length || finish == FinishReason.ContentFilter)
                    {
                        throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                    } // kept
                    Show(text + text2.ToString().Length);
                    return text2.ToString();
                }
            """));

    [Theory]
    [InlineData("var [|answer|] = await Ask.StreamAsync().CollectAsync();\nShow(answer.Reasoning);")]
    [InlineData("var [|answer|] = await Ask.StreamAsync().CollectAsync();\nShow(answer);")]
    [InlineData("var [|answer|] = await Ask.StreamAsync().CollectAsync();\nShow(answer.Text + answer.FinishReason);")]
    [InlineData("var [|answer|] = await Ask.StreamAsync().RelayToAsync(Stream.Null);\nShow(answer.Text);")]
    [InlineData("var [|answer|] = await Task.FromResult(\"\");\nShow(answer.Length);")]
    [InlineData("Show(0); var [|answer|] = await Ask.StreamAsync().CollectAsync();")]
    [InlineData("var [|answer|] = Ask.StreamAsync().CollectAsync();\nShow((await answer).Text);")]
    public Task OtherUse_IsNotOffered(string body) => RefactoringVerifier<CollectorToLoopRefactoring>.VerifyNotOfferedAsync(
        RefactoringSample.With("async Task Run()\n{\n" + body + "\n}"));
}
