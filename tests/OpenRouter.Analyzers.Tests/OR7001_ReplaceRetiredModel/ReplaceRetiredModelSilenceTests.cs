using OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

public sealed class ReplaceRetiredModelSilenceTests
{
    [Theory]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/new");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/older");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/old:free");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/half");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/odd");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("");""")]
    [InlineData("""_client.Chat.CreateChatCompletion(args[0]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/new").AddUserMessage("acme/old");""")]
    [InlineData("""Console.Write("acme/old");""")]
    [InlineData("""var model = "acme/old"; model = args[0]; _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""using var client = new OpenRouterClient(new OpenRouterClientOptions { BaseAddress = new Uri("http://localhost/") }); client.Chat.CreateChatCompletion("acme/old");""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements), Sample.Project);

    [Fact]
    public Task NoList_IsSilent() => VerifyAsync(Sample.WithStatements("""_client.Chat.CreateChatCompletion("acme/old");"""), TestProject.Default);

    [Theory]
    [InlineData("/Source/models.txt", Sample.List)]
    [InlineData("/Source/my.openrouter.models.txt", Sample.List)]
    [InlineData("/Source/openrouter.models.txt", "")]
    [InlineData("/Source/openrouter.models.txt", "||||\n|||\n# acme/old | retired | - | -\n\0\nacme/old ; retired")]
    public Task OtherOrEmptyOrBrokenList_IsSilent(string path, string text) => VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion("acme/old");"""), Sample.ProjectWith((path, text)));

    [Fact]
    public Task AllowedModel_IsSilent() => VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion("acme/old"); _client.Chat.CreateChatCompletion([|"acme/lone"|]);"""),
        Sample.Project with { EditorConfig = "root = true\n[*.cs]\nopenrouter.allowed_models = acme/old\n" });

    private static Task VerifyAsync(string source, TestProject project)
    {
        return RuleVerifier<ReplaceRetiredModelAnalyzer>.VerifyAsync(source, project);
    }
}
