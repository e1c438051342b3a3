using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

public sealed class NameModelWithVendorSilenceTests
{
    [Theory]
    [InlineData("""_client.Chat.CreateChatCompletion("openai/gpt-4o");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("deepseek/deepseek-chat:free");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("@preset/mine");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("~openai/gpt-latest");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("openrouter/auto");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("anthropic/claude-sonnet-4@preset/mine");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("<model>");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("{MODEL}");""")]
    [InlineData("""_client.Chat.CreateChatCompletion(args[0]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(Read("gpt-4o"));""")]
    [InlineData("""_client.Chat.CreateChatCompletion($"openai/{args[0]}");""")]
    [InlineData("""_client.Chat.CreateChatCompletion("openai/" + args[0]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(question.Model!);""")]
    [InlineData("""var model = "gpt-4o"; model = "openai/" + model; _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""var model = "openai/"; model += "gpt-4o"; _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""var model = "gpt-4o"; if (TryRead(out model)) { _client.Chat.CreateChatCompletion(model); }""")]
    [InlineData("""var name = "gpt-4o"; _client.Chat.CreateChatCompletion("openai/" + name);""")]
    [InlineData("""var name = "gpt-4o"; Console.Write(name); _client.Chat.CreateChatCompletion("openai/gpt-4o").AddUserMessage("gpt-4o");""")]
    [InlineData("""var model = "gpt-4o"; var other = 0; (model, other) = (args[0], 1); _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""var request = new ChatRequest { User = "gpt" };""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task OtherAddress_IsSilent() => VerifyAsync(Sample.WithStatements(
        """
        using var client = new OpenRouterClient(new OpenRouterClientOptions { BaseAddress = new Uri("http://localhost:11434/v1/") });
        client.Chat.CreateChatCompletion("llama3");
        """));

    [Fact]
    public Task AddressOfSomewhere_IsSilent() => VerifyAsync(Sample.WithStatements(
        """
        var options = new OpenRouterClientOptions();
        options.BaseAddress = new Uri(args[0]);
        new OpenRouterClient(options).Chat.CreateChatCompletion("llama3");
        """));

    [Fact]
    public Task TestProject_MadeUpName_IsSilent() => VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion("m"); _client.Chat.CreateChatCompletion("test-model");"""),
        TestProject.Default with { ReferencesTestFramework = true });

    [Theory]
    [InlineData("gpt-4o,llama3")]
    [InlineData("  llama3 , GPT-4o ")]
    [InlineData("gpt-* ll*")]
    [InlineData("*")]
    public Task AllowedModels_AreSilent(string list) => VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion("gpt-4o"); _client.Chat.CreateChatCompletion("llama3");"""),
        TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.allowed_models = " + list + "\n" });

    [Fact]
    public Task ParameterReplaced_IsSilent() => VerifyAsync(Sample.With(
        """    object Ask(string model = "gpt-4o") { model = Read(model); return _client.Chat.CreateChatCompletion(model); }"""));

    [Fact]
    public Task OwnMethodWithAModel_IsNotTheClients_IsSilent() => VerifyAsync(Sample.With(
        """    object Ask(string model) => _client.Chat.CreateChatCompletion("openai/" + model); object Run() => Ask("gpt-4o");"""));

    [Theory]
    [InlineData("""    string _model = "gpt-4o"; Sample(string model) { _model = model; } object Ask() => _client.Chat.CreateChatCompletion(_model);""")]
    [InlineData("""    string _model = "gpt-4o"; object Ask() { _model = Read(_model); return _client.Chat.CreateChatCompletion(_model); }""")]
    [InlineData("""    public string Model { get; set; } = "gpt-4o"; object Ask() => _client.Chat.CreateChatCompletion(Model);""")]
    [InlineData("""    string? _model; object Ask() => _client.Chat.CreateChatCompletion(_model!);""")]
    public Task FieldsThatAreSetElsewhere_AreSilent(string members) => VerifyAsync(Sample.With(members));

    private static Task VerifyAsync(string source, TestProject? project = null)
    {
        return RuleVerifier<NameModelWithVendorAnalyzer>.VerifyAsync(source, project);
    }
}
