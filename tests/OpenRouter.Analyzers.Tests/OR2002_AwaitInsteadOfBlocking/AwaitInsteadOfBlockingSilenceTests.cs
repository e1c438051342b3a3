using OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2002_AwaitInsteadOfBlocking;

public sealed class AwaitInsteadOfBlockingSilenceTests
{
    /// <summary>Bodies of an asynchronous method with parameters <c>given</c>, <c>numbers</c> and <c>pen</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "awaited", "Show((await Say.SendAsync()).Id);" },
        { "awaited before", "var task = Say.SendAsync(); await task; Show(task.Result);" },
        { "WhenAll", "var one = Say.SendAsync(); var two = Say.SendAsync(); await Task.WhenAll(one, two); Show(one.Result.Id + two.Result.Id);" },
        { "WhenAny", "var task = Say.SendAsync(); var first = await Task.WhenAny(task, Task.Delay(1)); if (first == task) Show(task.Result);" },
        { "WhenAny with a limit", "var task = Say.SendAsync(); if (await Task.WhenAny(task, Task.Delay(1)) == task) Show(task.GetAwaiter().GetResult());" },
        { "completed", "var task = Say.SendAsync(); if (task.IsCompletedSuccessfully) Show(task.Result);" },
        { "completed, by choice", "var task = Say.SendAsync(); Show(task.IsCompleted ? task.Result : null);" },
        { "status", "var task = Say.SendAsync(); if (task.Status == TaskStatus.RanToCompletion) Show(task.Result);" },
        { "continuation", "await Say.SendAsync().ContinueWith(task => Show(task.Result));" },
        { "parameter", "Show(given.Result);" },
        { "other task", "Task.Delay(1).Wait(); Show(pen.ReadAsync().Result);" },
        { "other sequence", "foreach (var number in numbers.ToBlockingEnumerable()) Show(number);" },
        { "other result", "Show(new Outcome().Result);" },
        { "started on another thread", "Show(Task.Run(() => Say.SendAsync()).Result);" },
        { "await foreach", "await foreach (var chunk in Ask.StreamAsync()) Show(chunk);" },
        { "async LINQ", "Show(await Ask.StreamAsync().ToListAsync());" },
        { "enumerator", "await using var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) Show(chunks.Current);" },
        { "handed on", "Show(Say.SendAsync());" },
        { "dropped", "_ = Say.SendAsync();" },
        { "WaitAll of others", "Task.WaitAll(Task.Delay(1), given);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<AwaitInsteadOfBlockingAnalyzer>.VerifyAsync(Sample.With(
            "class Outcome { public int Result => 1; }\n"
            + "async Task Run(Task<ChatResult> given, IAsyncEnumerable<int> numbers, Pen pen) { await Task.Yield(); " + body + " }"));
    }

    [Fact]
    public Task SendingMethodOfAClient_IsSilent() => RuleVerifier<AwaitInsteadOfBlockingAnalyzer>.VerifyAsync(
        Sample.With("[SendingMethod] ChatResult Send() => Say.SendAsync().Result;"));
}
