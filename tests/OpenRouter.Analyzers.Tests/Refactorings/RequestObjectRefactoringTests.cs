using OpenRouter.Analyzers.CodeFixes.Refactorings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class RequestObjectRefactoringTests
{
    [Fact]
    public Task Chain_IsBuiltIntoALocal() => RefactoringVerifier<RequestObjectRefactoring>.VerifyAsync(
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    var result = await _client.Chat.CreateChatCompletion("m")
                        .AddUserMessage("q") // the question
                        .WithTemperature(1)
                        .[|SendAsync|](token).ConfigureAwait(false); // kept
                    Show(result);
                }
            """),
        RefactoringSample.With("""
                async Task Run(CancellationToken token)
                {
                    // The answer.
                    var request = _client.Chat.CreateChatCompletion("m")
                        .AddUserMessage("q") // the question
                        .WithTemperature(1)
                        .Build();
                    var result = await _client.Chat.SendChatCompletionAsync(request, token).ConfigureAwait(false); // kept
                    Show(result);
                }
            """));

    [Theory]
    [InlineData("return {0};", "")]
    [InlineData("return {0};", "request")]
    public Task Return_GetsALocalOfItsOwn(string statement, string taken) => RefactoringVerifier<RequestObjectRefactoring>.VerifyAsync(
        RefactoringSample.With($"Task<ChatResult> Run(string a{taken})\n{{\n{statement.Replace("{0}", $"_client.Chat.CreateChatCompletion(a{taken}).[|SendAsync|]()", StringComparison.Ordinal)}\n}}"),
        RefactoringSample.With($"Task<ChatResult> Run(string a{taken})\n{{\nvar request = _client.Chat.CreateChatCompletion(a{taken}).Build();\n{statement.Replace("{0}", "_client.Chat.SendChatCompletionAsync(request)", StringComparison.Ordinal)}\n}}"));

    [Fact]
    public Task TakenName_IsNotTakenAgain() => RefactoringVerifier<RequestObjectRefactoring>.VerifyAsync(
        RefactoringSample.With("async Task Run(string request)\n{\nawait _client.Chat.CreateChatCompletion(request).[|SendAsync|]();\n}"),
        RefactoringSample.With("async Task Run(string request)\n{\nvar request2 = _client.Chat.CreateChatCompletion(request).Build();\nawait _client.Chat.SendChatCompletionAsync(request2);\n}"));

    [Theory]
    [InlineData("Show(0); await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();")]
    [InlineData("Show(await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]());")]
    [InlineData("if (await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]() is null) return;")]
    [InlineData("await _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|](cancellationToken: default);")]
    [InlineData("await Make().Chat.CreateChatCompletion(\"m\").[|SendAsync|]();")]
    [InlineData("await new ChatBuilder().[|SendAsync|]();")]
    [InlineData("var stream = _client.Chat.CreateStreamingChatCompletion(\"m\").[|StreamAsync|]();")]
    [InlineData("await new PostOffice(\"\").Take(\"w\").[|FinishAsync|]();")]
    [InlineData("Func<Task> later = () => _client.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();")]
    public Task OtherChain_IsNotOffered(string body) => RefactoringVerifier<RequestObjectRefactoring>.VerifyNotOfferedAsync(
        RefactoringSample.With("IOpenRouterClient Make() => _client;\nasync Task Run()\n{\n" + body + "\nawait Task.Yield();\n}"));
}
