using OpenRouter.Analyzers.Rules.OR1007_AwaitCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1007_AwaitCall;

public sealed class AwaitCallSilenceTests
{
    /// <summary>Bodies of an asynchronous method.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "awaited", "await Say.SendAsync(); _ = await Say.SendAsync();" },
        { "awaited later", "var task = Say.SendAsync(); await Task.Yield(); await task;" },
        { "field", "_pending = Say.SendAsync();" },
        { "collection", "_all.Add(Say.SendAsync());" },
        { "WhenAll", "await Task.WhenAll(Say.SendAsync(), Say.SendAsync());" },
        { "WhenAll of many", "await Task.WhenAll(\"ab\".Select(letter => Say.SendAsync()));" },
        { "continued", "_ = Say.SendAsync().ContinueWith(task => Show(task.Exception));" },
        { "handed on", "Watch(Say.SendAsync());" },
        { "handled by an extension", "Say.SendAsync().Forget();" },
        { "stream enumerated", "await foreach (var chunk in Ask.StreamAsync()) Show(chunk);" },
        { "stream in a local", "var stream = Ask.StreamAsync(); await foreach (var chunk in stream) Show(chunk);" },
        { "stream handed on", "Show(Ask.StreamAsync());" },
        { "collector awaited", "var answer = await Ask.StreamAsync().CollectAsync(); Show(answer);" },
        { "Task.Run awaited", "await Task.Run(async () => { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); });" },
        { "Task.Run stored", "_pending = Task.Run(() => Say.SendAsync());" },
        { "Task.Run that handles its failures", "_ = Task.Run(async () => { try { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); } catch (Exception error) { Show(error); } });" },
        { "Task.Run of a helper that handles its failures", "_ = Task.Run(Careful);" },
        { "Task.Run of other work", "_ = Task.Run(() => Show(1)); _ = Task.Run(async () => await Task.Delay(1));" },
        { "Task.Run of a public method", "_ = Task.Run(Open);" },
        { "lambda that returns its task", "await InvokeAsync(async () => { await Say.SendAsync(); });" },
        { "lambda that handles its failures", "Invoke(async () => { try { await Say.SendAsync(); } catch { Show(1); } });" },
        { "event", "AppDomain.CurrentDomain.ProcessExit += async (sender, e) => await Say.SendAsync();" },
        { "command", "var command = new Command(async () => await Say.SendAsync()); Show(command);" },
        { "lambda in a field", "_clicked = async () => await Say.SendAsync();" },
        { "expression tree", "Expect(chat => chat.SendChatCompletionAsync(new ChatRequest(), default));" },
        { "test double", "_ = _client.Chat.Received(1).SendChatCompletionAsync(new ChatRequest());" },
        { "expected to throw", "Assert.Throws(() => { _ = Say.SendAsync(); });" },
        { "request only built", "Ask.AddUserMessage(\"more\");" },
        { "another task", "_ = new Pen().ReadAsync();" },
    };

    /// <summary>Members with <c>async void</c> that is asked for.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "event handler", "async void Clicked(object? sender, EventArgs e) => await Say.SendAsync();" },
        { "handler of another framework", "class RoutedEventArgs { } async void Clicked(object sender, RoutedEventArgs e) => await Say.SendAsync();" },
        { "subscribed", "event Action<string>? Asked; public Sample() { Asked += Answer; Asked(\"\"); } async void Answer(string prompt) => await Say.AddUserMessage(prompt).SendAsync();" },
        { "override", "abstract class Page { protected abstract void OnAppearing(); } class Chat(ChatBuilder say) : Page { protected override async void OnAppearing() => await say.SendAsync(); }" },
        { "interface", "interface IStart { void Start(); } class Chat(ChatBuilder say) : IStart { public async void Start() => await say.SendAsync(); }" },
        { "explicit interface", "interface IStart { void Start(); } class Chat(ChatBuilder say) : IStart { async void IStart.Start() => await say.SendAsync(); }" },
        { "handles its failures", "async void Run() { try { await Say.SendAsync(); } catch (Exception error) { Show(error); } }" },
        { "of another task", "async void Run() => await Task.Delay(1);" },
        { "inner function awaited", "async void Run() { await Task.Yield(); Func<Task> later = async () => await Say.SendAsync(); Show(later); }" },
        { "returned", "Task<ChatResult> Run() => Say.SendAsync();" },
        { "returned by a lambda", "Func<Task> Run() => () => Say.SendAsync();" },
        { "forwarding sending method", "[SendingMethod] void Run() { Say.SendAsync(); }" },
        { "call that blocks", "class Post { [SendingMethod] public string Send() => \"\"; } void Run() { new Post().Send(); _ = new Post().Send(); }" },
        { "lazy", "readonly Lazy<Task<ChatResult>> _first = new(() => new ChatBuilder().SendAsync());" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task Run() { await Task.Yield(); " + body + " }");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Member_IsSilent(string situation, string members)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync(members);
    }

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<AwaitCallAnalyzer>.VerifyAsync(Sample.With("""
            Task? _pending; Action? _clicked; readonly List<Task> _all = [];
            string State => $"{_pending}{_clicked}{_all}";
            static void Invoke(Action work) => work();
            static Task InvokeAsync(Func<Task> work) => work();
            static void Watch(Task task) => Show(task);
            static void Expect(System.Linq.Expressions.Expression<Action<IChatApi>> call) => Show(call);
            async Task Careful() { try { await Say.SendAsync(); } catch (Exception error) { Show(error); } }
            public async Task Open() { await Say.SendAsync(); }
            static class Assert { public static void Throws(Action work) => work(); }
            class Command(Action execute) : System.Windows.Input.ICommand
            {
                public event EventHandler? CanExecuteChanged { add { } remove { } }
                public bool CanExecute(object? parameter) => true;
                public void Execute(object? parameter) => execute();
            }

            """ + members) + """

            static class Extensions
            {
                public static void Forget(this Task task) => Console.Write(task);
                public static T Received<T>(this T substitute, int times) => times == 0 ? throw new ArgumentException("") : substitute;
            }
            """);
    }
}
