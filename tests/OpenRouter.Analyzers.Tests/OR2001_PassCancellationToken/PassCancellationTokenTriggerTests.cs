using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2001_PassCancellationToken;

public sealed class PassCancellationTokenTriggerTests
{
    [Fact]
    public Task Parameter_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            await Say.[|SendAsync|]();
            await foreach (var chunk in Ask.[|StreamAsync|]()) { }
        }
        """);

    [Fact]
    public Task Parameter_OfInterfaceMethodAndOtherNames_Triggers() => VerifyAsync("""
        async Task Run(Pen pen, CancellationToken token)
        {
            await _client.Chat.[|SendChatCompletionAsync|](new ChatRequest());
            await foreach (var fragment in pen.Note("n").[|WriteAsync|](2)) { }
            await pen.[|SignAsync|]("n", isUrgent: true);
        }
        """);

    [Fact]
    public Task ParameterWhoseTokenIsNested_Triggers() => VerifyAsync("""
        Task One(CancellationTokenSource source) => Say.[|SendAsync|]();
        Task Two(HttpContext http) => Say.[|SendAsync|]();
        """);

    [Fact]
    public Task EnumeratorCancellation_OfTheCaller_Triggers() => VerifyAsync("""
        async IAsyncEnumerable<string?> Run([EnumeratorCancellation] CancellationToken token = default)
        {
            await foreach (var chunk in Ask.[|StreamAsync|]()) yield return chunk.Id;
        }
        """);

    [Fact]
    public Task LocalSource_AssignedBefore_Triggers() => VerifyAsync("""
        async Task Run()
        {
            using var source = new CancellationTokenSource();
            await Say.[|SendAsync|]();
            using (var other = new CancellationTokenSource())
            {
                await Say.[|SendAsync|]();
            }
        }
        """);

    [Fact]
    public Task LocalToken_AssignedBefore_Triggers() => VerifyAsync("""
        static CancellationToken Make() => default;
        async Task Run()
        {
            var token = Make();
            if (token.IsCancellationRequested) return;
            await Say.[|SendAsync|]();
        }
        """);

    [Fact]
    public Task Field_Triggers() => VerifyAsync("""
        readonly CancellationTokenSource _life = new();
        async Task Run() => await Say.[|SendAsync|]();
        """);

    [Fact]
    public Task StaticField_InStaticMethod_Triggers() => VerifyAsync("""
        static readonly CancellationTokenSource s_life = new();
        static async Task Run(Sample sample) => await sample.Say.[|SendAsync|]();
        """);

    [Fact]
    public Task Property_AndInheritedProperty_Trigger() => VerifyAsync("""
        class Worker { protected CancellationToken Stopping { get; } }
        class Mine(IOpenRouterClient client) : Worker
        {
            async Task Run() => await client.Chat.CreateChatCompletion("m").[|SendAsync|]();
        }
        """);

    [Fact]
    public Task NullableSource_MadeInTheMethod_Triggers() => VerifyAsync("""
        CancellationTokenSource? _run;
        async Task Run()
        {
            _run = new CancellationTokenSource();
            try { await Say.[|SendAsync|](); }
            finally { _run.Dispose(); }
        }
        """);

    [Fact]
    public Task PrimaryConstructorParameter_Triggers() => VerifyAsync("""
        class Job(ChatBuilder say, CancellationToken life) { async Task Run() => await say.[|SendAsync|](); }
        """);

    [Fact]
    public Task Controller_RequestAborted_Triggers() => VerifyAsync("""
        class Chats(IOpenRouterClient client) : ControllerBase
        {
            public async Task Post(string text)
            {
                var request = client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text);
                if (text.Length > 3) request = request.AddSystemMessage("s");
                await foreach (var chunk in request.[|StreamAsync|]())
                {
                    if (HttpContext.RequestAborted.IsCancellationRequested) break;
                    await Response.WriteAsync(chunk.Id ?? "");
                }
            }
        }
        """);

    [Fact]
    public Task LambdaParameter_Triggers() => VerifyAsync("""
        Func<string, CancellationToken, Task> One() => async (text, token) => await Say.[|SendAsync|]();
        Func<HttpContext, Task> Two() => static http => new ChatBuilder().[|SendAsync|]();
        """);

    [Fact]
    public Task LambdaThatEndsInPlace_SeesTheMethod_Triggers() => VerifyAsync("""
        async Task Run(string[] texts, CancellationToken token)
        {
            await Task.WhenAll(texts.Select(async text => await Say.[|SendAsync|]()));
            await Task.Run(async () => await Say.[|SendAsync|](), token);
        }
        """);

    [Fact]
    public Task LocalFunction_SeesParameters_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            await Inner();
            async Task Inner() => await Say.[|SendAsync|]();
        }
        """);

    [Fact]
    public Task StreamInALocal_NeverGivenAToken_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            var stream = Ask.[|StreamAsync|]();
            var answer = await stream.CollectAsync();
            await Task.Delay(1, token);
        }
        """);

    [Fact]
    public Task AnswerUsedWithAToken_Triggers() => VerifyAsync("""
        static Task Save(ChatResult answer, CancellationToken token) => Task.CompletedTask;
        async Task Run(CancellationToken token)
        {
            await Save(await Say.[|SendAsync|](), token);
            var answer = await Say.[|SendAsync|]();
            await Save(answer, token);
        }
        """);

    [Fact]
    public Task CatchOfAnotherError_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            try { await Say.SendAsync(token); }
            catch (InvalidOperationException) { await Say.[|SendAsync|](); }
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<PassCancellationTokenAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
