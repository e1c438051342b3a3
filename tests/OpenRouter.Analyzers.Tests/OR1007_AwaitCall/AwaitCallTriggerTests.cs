using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1007_AwaitCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1007_AwaitCall;

public sealed class AwaitCallTriggerTests
{
    /// <summary>Bodies of an asynchronous method with a parameter <c>pen</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "statement", "Say.[|SendAsync|]();" },
        { "discard", "_ = Say.[|SendAsync|]();" },
        { "unused local", "var task = Say.[|SendAsync|]();" },
        { "ConfigureAwait", "_ = Say.[|SendAsync|]().ConfigureAwait(false);" },
        { "conditional", "_client?.Chat.CreateChatCompletion(\"m\").[|SendAsync|]();" },
        { "stream", "Ask.[|StreamAsync|]();" },
        { "stream, discarded", "_ = Ask.AddUserMessage(\"more\").[|StreamAsync|]();" },
        { "stream, unused local", "var stream = Ask.[|StreamAsync|]();" },
        { "collector", "Ask.StreamAsync().[|CollectAsync|]();" },
        { "collector, discarded", "_ = Ask.StreamAsync().[|CollectAsync|]();" },
        { "another client", "_ = pen.[|FinishAsync|](); pen.[|WriteAsync|](2);" },
        { "Task.Run", "_ = Task.[|Run|](async () => { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); });" },
        { "Task.Run of a call", "Task.[|Run|](() => Say.SendAsync());" },
        { "Task.Run of a helper", "_ = Task.[|Run|](() => StreamToHub(\"q\"));" },
        { "Task.Run of a helper of a helper", "_ = Task.[|Run|](() => Later(\"q\"));" },
        { "Task.Run of a method", "_ = Task.[|Run|](Stream);" },
        { "Task.Run of a local function", "_ = Task.[|Run|](Inner); async Task Inner() { await Say.SendAsync(); }" },
        { "StartNew", "_ = Task.Factory.[|StartNew|](async () => { await Say.SendAsync(); });" },
        { "Task.Run that catches a part", "_ = Task.[|Run|](async () => { try { await Say.SendAsync(); } catch (OperationCanceledException) { } });" },
        { "lambda for an Action", "Invoke([|async|] () => { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); });" },
        { "lambda for each", "new List<string>().ForEach([|async|] prompt => await Say.AddUserMessage(prompt).SendAsync());" },
        { "lambda of a timer", "using var timer = new Timer([|async|] _ => await Say.SendAsync()); Show(timer);" },
        { "call in a lambda without result", "Invoke(() => Say.[|SendAsync|]());" },
        { "async void local function", "Inner(); async void [|Inner|]() { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task Run(Pen pen) { await Task.Yield(); " + body + " }");
    }

    [Fact]
    public Task AsyncVoid_Triggers() => VerifyAsync("""
        async void [|Run|](string prompt)
        {
            await foreach (var chunk in Ask.AddUserMessage(prompt).StreamAsync())
            {
                Show(chunk);
            }
        }

        public async void [|Send|]() => await Say.SendAsync();

        async void [|Collected|](StreamingChatBuilder ask)
        {
            try { Show(await ask.StreamAsync().ToListAsync()); } catch (InvalidOperationException) { }
        }
        """);

    [Fact]
    public Task Constructor_Triggers() => VerifyAsync("""
        class Model
        {
            public Model(ChatBuilder say) { _ = say.[|SendAsync|](); }
        }
        """);

    [Fact]
    public async Task TestProject_OnlyInforms()
    {
        var project = TestProject.Default with { ReferencesTestFramework = true };
        var document = await RuleVerifier<AwaitCallAnalyzer>.VerifyAsync(Sample.With("void Run() { _ = Say.[|SendAsync|](); }"), project);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<AwaitCallAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<AwaitCallAnalyzer>.VerifyAsync(Sample.With("""
            static void Invoke(Action work) => work();
            async Task StreamToHub(string prompt) { await foreach (var chunk in Ask.AddUserMessage(prompt).StreamAsync()) Show(chunk); }
            async Task Later(string prompt) { await Task.Delay(1); await StreamToHub(prompt); }
            Task Stream() => StreamToHub("");

            """ + members));
    }
}
