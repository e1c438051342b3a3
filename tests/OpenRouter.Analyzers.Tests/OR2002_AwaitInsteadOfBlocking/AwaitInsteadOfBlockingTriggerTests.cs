using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2002_AwaitInsteadOfBlocking;

public sealed class AwaitInsteadOfBlockingTriggerTests
{
    /// <summary>Bodies of a method with a parameter <c>pen</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "Result", "Show(Say.SendAsync().[|Result|]);" },
        { "member of Result", "Show(Say.SendAsync().[|Result|].Id);" },
        { "Wait", "Say.SendAsync().[|Wait|]();" },
        { "Wait with a limit", "Say.SendAsync().[|Wait|](1000);" },
        { "GetResult", "Show(Say.SendAsync().GetAwaiter().[|GetResult|]());" },
        { "ConfigureAwait and GetResult", "Show(Say.SendAsync().ConfigureAwait(false).GetAwaiter().[|GetResult|]());" },
        { "Result of a local", "var task = Say.SendAsync(); Show(1); Show(task.[|Result|]);" },
        { "Wait and Result of a local", "var task = Say.SendAsync(); task.[|Wait|](); Show(task.Result);" },
        { "WaitAll", "Task.[|WaitAll|](Say.SendAsync(), Task.Delay(1));" },
        { "WaitAll of locals", "var task = Say.SendAsync(); var other = Task.Delay(1); Task.[|WaitAll|](task, other);" },
        { "WaitAny of an array", "Task.[|WaitAny|](new Task[] { Say.SendAsync(), Task.Delay(1) });" },
        { "conditional", "Show(_client?.Chat.CreateChatCompletion(\"m\").SendAsync().[|Result|]);" },
        { "collector", "Show(Ask.StreamAsync().CollectAsync().[|Result|].Text);" },
        { "blocking sequence", "foreach (var chunk in Ask.StreamAsync().[|ToBlockingEnumerable|]()) Show(chunk);" },
        { "blocking sequence of text", "foreach (var text in Ask.StreamAsync().TextAsync().[|ToBlockingEnumerable|]()) Show(text);" },
        { "blocking sequence in a local", "var all = Ask.StreamAsync().[|ToBlockingEnumerable|]().ToList(); Show(all);" },
        { "async LINQ", "Show(Ask.StreamAsync().ToListAsync().AsTask().[|Result|]);" },
        { "async LINQ, GetResult", "Show(Ask.StreamAsync().Where(chunk => chunk.Id is not null).ToListAsync().GetAwaiter().[|GetResult|]());" },
        { "enumerator", "var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (chunks.MoveNextAsync().AsTask().[|Result|]) Show(chunks.Current);" },
        { "another client", "Show(pen.FinishAsync().[|Result|]); pen.SignAsync(\"n\").[|Wait|]();" },
        { "lambda", "Func<string> later = () => Say.SendAsync().[|Result|].Id; Show(later());" },
    };

    /// <summary>Members that only inform.</summary>
    public static TheoryData<string, string> Soft => new()
    {
        { "Main", "static void Main() { new ChatBuilder().SendAsync().[|Wait|](); }" },
        { "test", "class FactAttribute : Attribute { } [Fact] void Test() { Say.SendAsync().[|Wait|](); }" },
        { "Dispose with a twin", "void Dispose() { Say.SendAsync().[|Wait|](); } ValueTask DisposeAsync() => default;" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Wait_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync("void Run(Pen pen) { " + body + " }"));
    }

    [Theory]
    [MemberData(nameof(Soft))]
    public async Task Wait_OnAThreadOfItsOwn_OnlyInforms(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Info, await SeverityAsync(members));
    }

    [Fact]
    public async Task Member_OfOtherKinds_Triggers()
    {
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync("""
            string First => Say.SendAsync().[|Result|].Id;
            void Dispose() { Say.SendAsync().[|Wait|](); }
            async Task Run() { await Task.Yield(); Say.SendAsync().[|Wait|](); }
            class Model { public Model(ChatBuilder say) { say.SendAsync().[|Wait|](); } }
            """));
    }

    private static async Task<DiagnosticSeverity> SeverityAsync(string members)
    {
        var document = await RuleVerifier<AwaitInsteadOfBlockingAnalyzer>.VerifyAsync(Sample.With(members));
        return (await RuleVerifier<AwaitInsteadOfBlockingAnalyzer>.DiagnosticsAsync(document.Project)).Select(finding => finding.Severity).Distinct().Single();
    }
}
