using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3001_SendConfiguredRequest;

public sealed class SendConfiguredRequestTriggerTests
{
    [Theory]
    [InlineData("""_client.Chat.[|CreateChatCompletion|]("m");""")]
    [InlineData("""_client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text);""")]
    [InlineData("""_client.Chat.[|CreateStreamingChatCompletion|]("m").AddUserMessage(text).WithTemperature(1);""")]
    [InlineData("""_ = _client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text);""")]
    [InlineData("""var request = _client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text);""")]
    [InlineData("""var request = _client.Chat.[|CreateChatCompletion|]("m"); request.AddUserMessage(text);""")]
    [InlineData("""var request = _client.Chat.[|CreateChatCompletion|]("m"); if (isLong) { request = request.WithMaxTokens(9).AddUserMessage(text); }""")]
    [InlineData("""ChatBuilder? request = null; request = _client.Chat.[|CreateChatCompletion|]("m"); if (request is not null) { request.AddUserMessage(text); }""")]
    [InlineData("""var request = _client.Chat.[|CreateChatCompletion|]("m"); var other = request.AddUserMessage(text); other.AddAssistantMessage(text);""")]
    [InlineData("""var request = isLong ? _client.Chat.[|CreateChatCompletion|]("m") : _client.Chat.[|CreateChatCompletion|]("n");""")]
    [InlineData("""var request = _client.Chat.[|CreateChatCompletion|]("m"); await given.SendAsync();""")]
    [InlineData("""void Inner() { _client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text); } Inner();""")]
    [InlineData("""Try(() => { _client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text); });""")]
    [InlineData("""[|new Pen()|].Note(text);""")]
    [InlineData("""new PostOffice(text).[|Take|]("austen").Note(text);""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public async Task TestProject_Informs()
    {
        var project = TestProject.Default with { ReferencesTestFramework = true };
        var document = await RuleVerifier<SendConfiguredRequestAnalyzer>.VerifyAsync(Sample.WithStatements("""_client.Chat.[|CreateChatCompletion|]("m");"""), project);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<SendConfiguredRequestAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<SendConfiguredRequestAnalyzer>.VerifyAsync(source);
    }
}
