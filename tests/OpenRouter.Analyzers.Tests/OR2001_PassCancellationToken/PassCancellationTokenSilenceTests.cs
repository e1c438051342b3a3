using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2001_PassCancellationToken;

public sealed class PassCancellationTokenSilenceTests
{
    /// <summary>Bodies of a method with a parameter <c>token</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "passed", "await Say.SendAsync(token);" },
        { "passed by name", "await new Pen().SignAsync(name: \"n\", stop: token);" },
        { "default on purpose", "await Say.SendAsync(default);" },
        { "none on purpose", "await Say.SendAsync(CancellationToken.None);" },
        { "WithCancellation", "await foreach (var chunk in Ask.StreamAsync().WithCancellation(token)) { }" },
        { "WithCancellation behind ConfigureAwait", "await foreach (var chunk in Ask.StreamAsync().WithCancellation(token).ConfigureAwait(false)) { }" },
        { "WithCancellation of a local", "var stream = Ask.StreamAsync(); await foreach (var chunk in stream.WithCancellation(token)) { }" },
        { "enumerator", "var chunks = Ask.StreamAsync().GetAsyncEnumerator(token); await chunks.DisposeAsync();" },
        { "collector", "await Ask.StreamAsync().CollectAsync(token);" },
        { "async LINQ", "await Ask.StreamAsync().Select(chunk => chunk.Id).ToListAsync(token);" },
        { "step of the builder", "await foreach (var chunk in Ask.WithCancellation(token).StreamAsync()) { }" },
        { "step of a builder in a local", "var ask = Ask.WithCancellation(token).AddUserMessage(\"q\"); await foreach (var chunk in ask.StreamAsync()) { }" },
        { "consumer beside it", "await Drain(Ask.StreamAsync(), token);" },
        { "task that waits with a token", "await Say.SendAsync().WaitAsync(token);" },
        { "finally", "try { } finally { await Say.SendAsync(); }" },
        { "after cancellation", "try { } catch (OperationCanceledException) { await Say.SendAsync(); }" },
        { "after cancelled task", "try { } catch (TaskCanceledException) { await Say.SendAsync(); }" },
        { "after filtered cancellation", "try { } catch (Exception error) when (error is OperationCanceledException) { await Say.SendAsync(); }" },
        { "static lambda", "Func<Task> later = static () => new ChatBuilder().SendAsync(); await later();" },
        { "static local function", "await Inner(); static Task Inner() => new ChatBuilder().SendAsync();" },
        { "lambda that outlives", "Func<Task> later = async () => await Say.SendAsync(); await later();" },
        { "lambda started and dropped", "_ = Task.Run(async () => await Say.SendAsync()); await Task.Yield();" },
        { "subscription", "await Subscribe(async () => await Say.SendAsync());" },
        { "registration", "token.Register(() => Say.SendAsync());" },
        { "event handler", "AppDomain.CurrentDomain.ProcessExit += async (_, _) => await Say.SendAsync(); await Task.Yield();" },
        { "another method", "await new Pen().ReadAsync();" },
    };

    /// <summary>Members without a token that can be passed.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "no token", "async Task Run(string text) => await Say.SendAsync();" },
        { "discarded parameter", "async Task Run(CancellationToken _) => await Say.SendAsync();" },
        { "nullable token", "async Task Run(CancellationToken? token) => await Say.SendAsync();" },
        { "out token", "Task Run(out CancellationToken token) { token = default; return Say.SendAsync(); }" },
        { "nullable source", "async Task Run(CancellationTokenSource? source) => await Say.SendAsync();" },
        { "nullable field", "CancellationTokenSource? _run; async Task Run() { await Say.SendAsync(); _run = new(); } void Stop() => _run?.Cancel();" },
        { "nullable field of another branch", "CancellationTokenSource? _run; async Task Run(bool go) { if (go) { _run = new(); _run.Cancel(); } await Say.SendAsync(); }" },
        { "nullable context", "async Task Run(HttpContext? http) => await Say.SendAsync();" },
        { "assigned later", "async Task Run() { await Say.SendAsync(); var token = new CancellationTokenSource().Token; await Task.Delay(1, token); }" },
        { "empty local", "async Task Run() { CancellationToken none = default; var other = CancellationToken.None; await Say.SendAsync(); Console.Write(none == other); }" },
        { "source being made", "async Task Run() { using var source = new CancellationTokenSource((await Say.SendAsync()).Id.Length); }" },
        { "out of scope", "async Task Run() { { using var source = new CancellationTokenSource(); } await Say.SendAsync(); }" },
        { "instance field in static method", "readonly CancellationToken _life; static async Task Run(ChatBuilder say) => await say.SendAsync(); public override string ToString() => _life.ToString()!;" },
        { "private field of the ancestor", "class Worker { private CancellationToken _life; public void Set(CancellationToken life) { _life = life; Console.Write(_life); } } class Mine : Worker { async Task Run(ChatBuilder say) => await say.SendAsync(); }" },
        { "instance field of the outer type", "CancellationToken _life; void Set(CancellationToken life) { _life = life; Console.Write(_life); } class Inner { async Task Run(ChatBuilder say) => await say.SendAsync(); }" },
        { "hidden field", "CancellationToken life; void Set(CancellationToken other) { life = other; Console.Write(life); } async Task Run(string life) => await Say.SendAsync();" },
        { "disposal", "readonly CancellationTokenSource _life = new(); async Task DisposeAsync() => await Say.SendAsync(); async Task StopAsync() => await Say.SendAsync();" },
        { "own token property", "CancellationToken Life { get { Say.SendAsync(); return default; } }" },
        { "forwarding sending method", "[SendingMethod] Task Run(CancellationToken token) => Say.SendAsync();" },
        { "local function before its local", "async Task Run() { await Inner(); using var source = new CancellationTokenSource(); async Task Inner() => await Say.SendAsync(); }" },
        { "field initialiser", "static readonly CancellationTokenSource s_life = new(); readonly Task _first = new ChatBuilder().SendAsync();" },
        { "user interface with its own source", "CancellationTokenSource? _run; async Task Run() { _run = new CancellationTokenSource(); try { await foreach (var chunk in Ask.StreamAsync(_run.Token)) { } } finally { _run?.Dispose(); _run = null; } }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Call_ThatNeedsNoToken_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task Run(CancellationToken token) { await Task.Delay(1, token); " + body + " }");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Scope_WithoutUsableToken_IsSilent(string situation, string members)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync(members);
    }

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<PassCancellationTokenAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
