using OpenRouter.Analyzers.CodeFixes.Refactorings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class BufferedToStreamingRefactoringTests
{
    [Fact]
    public Task Result_BecomesCollectedAnswer() => RefactoringVerifier<BufferedToStreamingRefactoring>.VerifyAsync(
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    var result = await _client.Chat.CreateChatCompletion("m")
                        .AddUserMessage("q") // the question
                        .[|SendAsync|](token);
                    Show(result.Choices[0].Message.Content);
                    Show(result.Choices[0].Message.Reasoning!.Length + result.Usage!.TotalTokens); // kept
                    Show(result.Choices[0].FinishReason);
                }
            """),
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    var result = await _client.Chat.CreateStreamingChatCompletion("m")
                        .AddUserMessage("q") // the question
                        .StreamAsync(token).CollectAsync();
                    Show(result.Text);
                    Show(result.Reasoning!.Length + result.Usage!.TotalTokens); // kept
                    Show(result.FinishReason);
                }
            """));

    [Fact]
    public Task ConfiguredAwait_IsKept() => RefactoringVerifier<BufferedToStreamingRefactoring>.VerifyAsync(
        RefactoringSample.With("async Task Run()\n{\nvar result = await _client.Chat.[|CreateChatCompletion|](\"m\").SendAsync().ConfigureAwait(false);\n}"),
        RefactoringSample.With("async Task Run()\n{\nvar result = await _client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync().CollectAsync().ConfigureAwait(false);\n}"));

    [Theory]
    [InlineData("var r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nShow(r);")]
    [InlineData("var r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nShow(r.Id);")]
    [InlineData("var r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nShow(r.Choices[1].Message.Content);")]
    [InlineData("var r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nShow(r.Choices[0].FinishReason == FinishReason.Stop);")]
    [InlineData("var r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nShow(r.Choices[0].Message.ToolCalls![0].Function.Name);")]
    [InlineData("ChatResult r = await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();")]
    [InlineData("var r = _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();\nawait r;")]
    [InlineData("var s = _client.Chat.CreateStreamingChatCompletion(\"m\").[|StreamAsync|]();\nawait s.CollectAsync();")]
    [InlineData("var r = await new PostOffice(\"\").Take(\"w\").[|FinishAsync|]();\nShow(r.Words);")]
    [InlineData("var r = await new ChatBuilder().[|SendAsync|]();\nShow(r.Choices[0].Message.Content);")]
    public Task OtherUse_IsNotOffered(string body) => RefactoringVerifier<BufferedToStreamingRefactoring>.VerifyNotOfferedAsync(
        RefactoringSample.With("async Task Run()\n{\n" + body + "\nawait Task.Yield();\n}"));
}
