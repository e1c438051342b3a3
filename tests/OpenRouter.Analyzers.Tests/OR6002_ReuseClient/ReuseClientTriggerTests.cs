using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR6002_ReuseClient;
using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR6002_ReuseClient;

public sealed class ReuseClientTriggerTests
{
    private const string Ask = "await client.Chat.CreateChatCompletion(\"m\").SendAsync();";

    /// <summary>Types in which a client is made for each request or round.</summary>
    public static TheoryData<string, string> Warnings => new()
    {
        { "controller", "class Chats : ControllerBase { public async Task Post() { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } }" },
        { "controller, disposed", "class Chats : ControllerBase { public async Task Post() { using var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } }" },
        { "controller, handed on but disposed", "class Chats : ControllerBase { public async Task Post() { using var client = new [|OpenRouterClient|](\"k\"); await Run(client); } static Task Run(IOpenRouterClient client) => Task.CompletedTask; }" },
        { "field of a controller", "class Chats : ControllerBase { readonly OpenRouterClient _client = [|new|](\"k\"); public object Get() => _client; }" },
        { "constructor of a controller", "class Chats : ControllerBase { readonly IOpenRouterClient _client; public Chats() { _client = new [|OpenRouterClient|](\"k\"); } public object Get() => _client; }" },
        { "hub", "class Chats : Microsoft.AspNetCore.SignalR.Hub { public async Task Send() { using (var client = new [|OpenRouterClient|](\"k\")) { " + Ask + " } } }" },
        { "route", "class Routes { void Map(Microsoft.AspNetCore.Builder.WebApplication app) { Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, \"/\", async () => { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " }); } }" },
        { "function", "class Functions { [Microsoft.Azure.Functions.Worker.Function] public async Task Run() { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } }" },
        { "middleware", "class Middleware { public async Task InvokeAsync(HttpContext context) { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } }" },
        { "loop", "class Work { async Task Run(string[] prompts) { foreach (var prompt in prompts) { var client = new [|OpenRouterClient|](\"k\"); await client.Chat.CreateChatCompletion(\"m\").AddUserMessage(prompt).SendAsync(); } } }" },
        { "endless loop", "class Work { async Task Run() { while (true) { using var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } } }" },
        { "loop in Main", "class Work { static async Task Main() { for (var i = 0; i < 3; i++) { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " } } }" },
        { "settings of the service", "class Chats(Settings settings) : ControllerBase { public async Task Post(Settings mine) { var client = new [|OpenRouterClient|](new OpenRouterClientOptions { ApiKey = mine.Key }); " + Ask + " } object Get() => settings; } class Settings { public string Key => \"\"; }" },
    };

    /// <summary>Members in which it can be told less surely.</summary>
    public static TheoryData<string, string> Notes => new()
    {
        { "local", "async Task Run() { var client = new [|OpenRouterClient|](\"k\"); " + Ask + " }" },
        { "disposed", "async Task Run() { using var client = new [|OpenRouterClient|](\"k\"); " + Ask + " }" },
        { "on the spot", "async Task Run() { await new [|OpenRouterClient|](\"k\").Chat.CreateChatCompletion(\"m\").SendAsync(); }" },
        { "as its interface", "async Task Run() { IOpenRouterClient client = new [|OpenRouterClient|](\"k\"); " + Ask + " }" },
        { "with options", "async Task Run() { var client = new [|OpenRouterClient|](new OpenRouterClientOptions { ApiKey = \"k\", HttpClient = new HttpClient() }); " + Ask + " }" },
        { "static", "static async Task Run() { var client = new [|OpenRouterClient|](Environment.GetEnvironmentVariable(\"KEY\")!); " + Ask + " }" },
        { "group in a local", "async Task Run() { var chat = new [|OpenRouterClient|](\"k\").Chat; var request = chat.CreateChatCompletion(\"m\"); await request.SendAsync(); }" },
        { "another client", "async Task Run() { await new [|PostOffice|](\"k\").Take(\"m\").FinishAsync(); }" },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task PerRequest_Warns(string situation, string source)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync(source));
    }

    [Theory]
    [MemberData(nameof(Notes))]
    public async Task PerCall_Informs(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Info, await SeverityAsync("class Sample { " + members + " }"));
    }

    private static async Task<DiagnosticSeverity> SeverityAsync(string source)
    {
        var project = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, WebStub.Source] };
        var document = await RuleVerifier<ReuseClientAnalyzer>.VerifyAsync(source, project);
        return Assert.Single(await RuleVerifier<ReuseClientAnalyzer>.DiagnosticsAsync(document.Project)).Severity;
    }
}
