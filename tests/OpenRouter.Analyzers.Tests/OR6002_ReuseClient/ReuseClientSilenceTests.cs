using OpenRouter.Analyzers.Rules.OR6002_ReuseClient;
using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR6002_ReuseClient;

public sealed class ReuseClientSilenceTests
{
    private const string Ask = "await client.Chat.CreateChatCompletion(\"m\").SendAsync();";

    private static readonly TestProject s_project = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, WebStub.Source] };

    /// <summary>Types that keep their client, or make one for a reason.</summary>
    public static TheoryData<string, string> Types => new()
    {
        { "what it holds is returned", "class Work { OpenRouter.Api.IChatApi Make() => new OpenRouterClient(\"k\").Chat; }" },
        { "what it holds is handed on", "class Work { void Make() { var client = new OpenRouterClient(\"k\"); Use(client.Chat); } static void Use(object value) { } }" },
        { "what it holds is stored", "class Work { object? _chat; void Make() { _chat = new OpenRouterClient(\"k\").Chat; } object? Get() => _chat; }" },
        { "field", "class Chats { readonly OpenRouterClient _client = new(\"k\"); object Get() => _client; }" },
        { "constructor", "class Chats { readonly OpenRouterClient _client; Chats() { _client = new OpenRouterClient(\"k\"); } object Get() => _client; }" },
        { "static field of a controller", "class Chats : ControllerBase { static readonly OpenRouterClient s_client = new(\"k\"); object Get() => s_client; }" },
        { "injected into a controller", "class Chats(IOpenRouterClient client) : ControllerBase { async Task Post() { " + Ask + " } }" },
        { "made late", "class Chats { OpenRouterClient? _client; object Get() => _client ??= new OpenRouterClient(\"k\"); }" },
        { "made late, in a method", "class Chats { OpenRouterClient? _client; void Open() { if (_client is null) { _client = new OpenRouterClient(\"k\"); } } }" },
        { "Lazy", "class Chats { static readonly Lazy<OpenRouterClient> s_client = new(() => new OpenRouterClient(\"k\")); object Get() => s_client.Value; }" },
        { "factory", "class Chats { static OpenRouterClient Create() { var client = new OpenRouterClient(\"k\"); return client; } }" },
        { "factory in short", "class Chats { static IOpenRouterClient Create() => new OpenRouterClient(\"k\"); }" },
        { "handed to a service", "class Chats(IOpenRouterClient client) { object Get() => client; static Chats Make() { var client = new OpenRouterClient(\"k\"); return new Chats(client); } }" },
        { "handed on", "class Chats { async Task Run() { var client = new OpenRouterClient(\"k\"); await Use(client); } static Task Use(IOpenRouterClient client) => Task.CompletedTask; }" },
        { "captured", "class Chats { Func<Task> Run() { var client = new OpenRouterClient(\"k\"); return async () => { " + Ask + " }; } }" },
        { "collection", "class Chats { readonly List<OpenRouterClient> _all = []; void Add() => _all.Add(new OpenRouterClient(\"k\")); }" },
        { "dictionary", "class Chats { readonly Dictionary<string, OpenRouterClient> _all = []; void Add(string name) => _all[name] = new OpenRouterClient(\"k\"); }" },
        { "container", "class Start { void Add(Microsoft.Extensions.DependencyInjection.ServiceCollection services) { Microsoft.Extensions.DependencyInjection.ServiceCollectionExtensions.AddSingleton<IOpenRouterClient>(services, _ => new OpenRouterClient(\"k\")); } }" },
        { "container, at once", "class Start { void Add(Microsoft.Extensions.DependencyInjection.ServiceCollection services) { Microsoft.Extensions.DependencyInjection.ServiceCollectionExtensions.AddSingleton<IOpenRouterClient>(services, new OpenRouterClient(\"k\")); } }" },
        { "service", "class Work : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { using var client = new OpenRouterClient(\"k\"); " + Ask + " } }" },
        { "Main", "class Program { static async Task Main() { using var client = new OpenRouterClient(\"k\"); " + Ask + " } }" },
        { "key of the caller", "class Chats : ControllerBase { public async Task Post(string key) { using var client = new OpenRouterClient(key); " + Ask + " } }" },
        { "key of the request", "class Chats : ControllerBase { public async Task Post(Question question) { var key = question.Key; using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = key }); " + Ask + " } } class Question { public string Key => \"\"; }" },
        { "key of the round", "class Work { async Task Run() { foreach (var key in new[] { \"a\", \"b\" }) { using var client = new OpenRouterClient(key); " + Ask + " } } }" },
        { "around another client", "class Logged(IOpenRouterClient inner) : IOpenRouterClient { public IChatApi Chat => inner.Chat; public IResponsesApi Responses => inner.Responses; } class Chats(IOpenRouterClient shared) : ControllerBase { public async Task Post() { var client = new Logged(shared); " + Ask + " } }" },
        { "tried again", "class Work { async Task<object> Run() { while (true) { return new OpenRouterClient(\"k\"); } } }" },
        { "other object", "class Chats : ControllerBase { public void Post() { using var client = new HttpClient(); client.CancelPendingRequests(); } }" },
        { "its options only", "class Chats : ControllerBase { public void Post() { var options = new OpenRouterClientOptions(); options.ApiKey = \"k\"; } }" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Type_IsSilent(string situation, string source)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<ReuseClientAnalyzer>.VerifyAsync(source, s_project);
    }

    [Fact]
    public async Task TestProject_AndConsoleTool_AreSilent()
    {
        const string Tool = "class Tool { static async Task Main() { await Run(); } static async Task Run() { using var client = new OpenRouterClient(\"k\"); " + Ask + " } }";

        await RuleVerifier<ReuseClientAnalyzer>.VerifyAsync(Tool, TestProject.Default with { ReferencesTestFramework = true });
        await RuleVerifier<ReuseClientAnalyzer>.VerifyAsync(Tool, TestProject.Default with { IsProgram = true });
    }
}
