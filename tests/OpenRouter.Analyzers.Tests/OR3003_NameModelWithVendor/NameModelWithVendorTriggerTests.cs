using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

public sealed class NameModelWithVendorTriggerTests
{
    [Theory]
    [InlineData("""_client.Chat.CreateChatCompletion([|"gpt-3.5-turbo"|]);""")]
    [InlineData("""_client.Chat.CreateStreamingChatCompletion(model: [|"claude-sonnet-4-5"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion("openai/gpt-4o").WithModel([|"gpt-4o:free"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|@"GPT-4"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"gpt-" + "4o"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(question.Model ?? [|"gpt-3.5-turbo"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(isFast ? [|"gpt-4o-mini"|] : [|"gpt-4o"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(args.Length switch { 0 => [|"o3"|], 1 => args[0], _ => "openai/o3" });""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|" openai/gpt-4o"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"openai/gpt-4o\n"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"some-model"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"qwen3:8b"|]);""")]
    [InlineData("""var request = new ChatRequest { Model = [|"gpt-4o"|] };""")]
    [InlineData("""var model = [|"gpt-4o"|]; _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""const string Model = "gpt-4o"; _client.Chat.CreateChatCompletion([|Model|]);""")]
    [InlineData("""string model; if (isFast) { model = [|"o4-mini"|]; } else { model = [|"o3"|]; } _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""var model = question.Model; model ??= [|"gpt-4o"|]; _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""foreach (var model in new[] { [|"gpt-4o"|], "openai/gpt-4o" }) { _client.Chat.CreateChatCompletion(model); }""")]
    [InlineData("""foreach (var model in new List<string> { [|"gpt-4o"|], "openai/gpt-4o" }) { _client.Chat.CreateChatCompletion(model); }""")]
    [InlineData("""void Ask(string model = [|"gpt-4o"|]) { _client.Chat.CreateChatCompletion(model); } Ask();""")]
    [InlineData("""var ask = (string model = [|"gpt-4o"|]) => _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""var both = [|"gpt-4o"|]; _client.Chat.CreateChatCompletion(both); _client.Chat.CreateStreamingChatCompletion(both);""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    const string Model = "gpt-4o"; object Ask() => _client.Chat.CreateChatCompletion([|Model|]);""")]
    [InlineData("""    object Ask(string prompt, string model = [|"gpt-3.5-turbo"|]) => _client.Chat.CreateStreamingChatCompletion(model).AddUserMessage(prompt);""")]
    [InlineData("""    readonly ChatRequest _request = new() { Model = [|"gpt-4o"|] };""")]
    [InlineData("""    ChatRequest Request { get; } = new() { Model = [|"gpt-4o"|] };""")]
    [InlineData("""    readonly ChatBuilder _builder; Sample(IOpenRouterClient client) { _builder = client.Chat.CreateChatCompletion([|"gpt-4o"|]); }""")]
    [InlineData("""    static readonly string s_model = "gpt-4o"; object Ask() => _client.Chat.CreateChatCompletion([|s_model|]);""")]
    [InlineData("""    string Model { get; } = "gpt-4o"; object Ask() => _client.Chat.CreateChatCompletion([|Model|]);""")]
    [InlineData("""    string _model = "gpt-4o"; object Ask() => _client.Chat.CreateChatCompletion([|this._model|]);""")]
    public Task Members_Trigger(string members) => VerifyAsync(Sample.With(members));

    [Fact]
    public Task KnownAddress_OfTheRouterItself_Triggers() => VerifyAsync(Sample.WithStatements(
        """
        using var client = new OpenRouterClient(new OpenRouterClientOptions { BaseAddress = new Uri("https://eu.openrouter.ai/api/v1/") });
        client.Chat.CreateChatCompletion([|"gpt-4o"|]);
        """));

    [Fact]
    public Task TestProject_FamiliarName_Triggers() => VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion([|"gpt-3.5-turbo"|]);"""),
        TestProject.Default with { ReferencesTestFramework = true });

    private static Task VerifyAsync(string source, TestProject? project = null)
    {
        return RuleVerifier<NameModelWithVendorAnalyzer>.VerifyAsync(source, project);
    }
}
