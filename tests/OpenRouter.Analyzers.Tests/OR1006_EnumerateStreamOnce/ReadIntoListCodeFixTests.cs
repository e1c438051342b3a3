using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

public sealed class ReadIntoListCodeFixTests
{
    [Fact]
    public Task Readings_OfAStream_BecomeReadingsOfAList() => VerifyAsync(
        Sample.With("""
                static async Task Count(StreamingChatBuilder ask, CancellationToken token)
                {
                    // The answer.
                    var s = ask.StreamAsync(token); // sent later
                    var count = await s.CountAsync(token); // how many
                    Show(count);

                    /* all of them */
                    await foreach (var chunk in [|s|].WithCancellation(token)) // one by one
                    {
                        Show(chunk); // shown
                    }
                }

                static async Task Chain(StreamingChatBuilder ask)
                {
                    await using ChatStream<StreamingChatResponse> s = ask
                        .AddUserMessage("more")
                        .StreamAsync();

                    Show((await s.Where(chunk => chunk.Usage != null).CountAsync()) + 1);
                    if (await [|s|].AnyAsync(chunk => chunk.Error != null).ConfigureAwait(false))
                    {
                        Show(await s.Select(chunk => chunk.Id).ToListAsync());
                    }
                }

                static async Task Loop(Pen pen, int[] numbers)
                {
                    IAsyncEnumerable<Fragment> s = pen.WriteAsync();
                    foreach (var number in numbers)
                    {
                        await foreach (var fragment in [|s|]) Show(fragment.Words + number);
                    }
                }
            """),
        Sample.With("""
                static async Task Count(StreamingChatBuilder ask, CancellationToken token)
                {
                    // The answer.
                    var s = await ask.StreamAsync(token).ToListAsync(token); // sent later
                    var count = s.Count; // how many
                    Show(count);

                    /* all of them */
                    foreach (var chunk in s) // one by one
                    {
                        Show(chunk); // shown
                    }
                }

                static async Task Chain(StreamingChatBuilder ask)
                {
                    var s = await ask
                        .AddUserMessage("more")
                        .StreamAsync()
                        .ToListAsync().ConfigureAwait(false);

                    Show((s.Where(chunk => chunk.Usage != null).Count()) + 1);
                    if (s.Any(chunk => chunk.Error != null))
                    {
                        Show(s.Select(chunk => chunk.Id).ToList());
                    }
                }

                static async Task Loop(Pen pen, int[] numbers)
                {
                    var s = await pen.WriteAsync().ToListAsync();
                    foreach (var number in numbers)
                    {
                        foreach (var fragment in s) Show(fragment.Words + number);
                    }
                }
            """));

    [Theory]
    [InlineData("var s = ask.StreamAsync(); Show(await s.FirstAsync()); Show(await [|s|].LastAsync());", "var s = await ask.StreamAsync().ToListAsync(); Show(s.First()); Show(s.Last());")]
    [InlineData("var s = flag ? ask.StreamAsync() : ask.StreamAsync(token); Show(await s.CountAsync()); Show(await [|s|].CountAsync());", "var s = await (flag ? ask.StreamAsync() : ask.StreamAsync(token)).ToListAsync(); Show(s.Count); Show(s.Count);")]
    [InlineData("var s = ask.StreamAsync(); Show(await s.AggregateAsync(0, (sum, chunk) => sum + 1)); Show(await [|s|].ElementAtAsync(2, token));", "var s = await ask.StreamAsync().ToListAsync(token); Show(s.Aggregate(0, (sum, chunk) => sum + 1)); Show(s.ElementAt(2));")]
    [InlineData("var words = pen.WriteAsync().Select(fragment => fragment.Words); Show(await words.CountAsync()); await foreach (var word in [|words|]) Show(word);", "var words = await pen.WriteAsync().Select(fragment => fragment.Words).ToListAsync(); Show(words.Count); foreach (var word in words) Show(word);")]
    [InlineData("var text = ask.StreamAsync().TextAsync(); Show(await text.CountAsync()); await foreach (var piece in [|text|]) Show(piece);", "var text = await ask.StreamAsync().TextAsync().ToListAsync(); Show(text.Count); foreach (var piece in text) Show(piece);")]
    [InlineData("var s = ask.StreamAsync(); if (await s.AnyAsync()) { await foreach (var chunk in [|s|]) Show(chunk); }", "var s = await ask.StreamAsync().ToListAsync(); if (s.Any()) { foreach (var chunk in s) Show(chunk); }")]
    [InlineData("if (flag) { Show(1); } var s = ask.StreamAsync(); try { Show(1); } finally { Show(2); } Show(await s.CountAsync()); Show(await [|s|].CountAsync());", "if (flag) { Show(1); } var s = await ask.StreamAsync().ToListAsync(); try { Show(1); } finally { Show(2); } Show(s.Count); Show(s.Count);")]
    public Task OneLine_Reads(string body, string expected) => VerifyAsync(Sample.WithBody(body), Sample.WithBody(expected));

    [Fact]
    public Task TopLevelStatements_Read() => FixVerifier<EnumerateStreamOnceAnalyzer, ReadIntoListCodeFix>.VerifyAsync(
        "StreamingChatBuilder ask = null!;\nvar s = ask.StreamAsync();\nConsole.Write(await s.CountAsync());\nawait foreach (var chunk in [|s|]) Console.Write(chunk.Id);\n",
        "StreamingChatBuilder ask = null!;\nvar s = await ask.StreamAsync().ToListAsync();\nConsole.Write(s.Count);\nforeach (var chunk in s) Console.Write(chunk.Id);\n",
        ReadIntoListCodeFix.EquivalenceKey,
        TestProject.Default with { IsProgram = true });

    /// <summary>Bodies in which a list would not do, or not for certain.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "collected", "var s = ask.StreamAsync(); Show(await s.CountAsync()); await [|s|].CollectAsync();" },
        { "answer of the stream", "var s = ask.StreamAsync(); Show(await s.CountAsync()); Show(await [|s|].CountAsync()); Show(s.Answer);" },
        { "another view", "var s = ask.StreamAsync(); Show(await s.CountAsync()); await foreach (var piece in [|s|].TextAsync()) Show(piece);" },
        { "handed on", "var s = ask.StreamAsync(); Show(s); Show(await s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "enumerator", "var s = ask.StreamAsync(); Show(await s.CountAsync()); await using var chunks = [|s|].GetAsyncEnumerator(); Show(chunks);" },
        { "task", "var s = ask.StreamAsync(); var count = s.CountAsync(); Show(await count); Show(await [|s|].CountAsync());" },
        { "long count", "var s = ask.StreamAsync(); Show(await s.CountAsync()); Show(await [|s|].Select(async (StreamingChatResponse chunk, CancellationToken stop) => { await Task.Yield(); return chunk.Id; }).CountAsync());" },
        { "operators in a local", "var s = ask.StreamAsync(); var ids = s.Select(chunk => chunk.Id); Show(await s.CountAsync()); Show(await [|ids|].CountAsync());" },
        { "two tokens", "using var stop = new CancellationTokenSource(); var s = ask.StreamAsync(); Show(await s.CountAsync(token)); Show(await [|s|].CountAsync(stop.Token));" },
        { "token that comes later", "var s = ask.StreamAsync(); using var stop = new CancellationTokenSource(); Show(await s.CountAsync(stop.Token)); Show(await [|s|].CountAsync(stop.Token));" },
        { "try", "var s = ask.StreamAsync(); try { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); } catch (IOException) { }" },
        { "perhaps not read at all", "var s = ask.StreamAsync(); if (flag) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }" },
        { "return in between", "var s = ask.StreamAsync(); if (flag) return; Show(await s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "made anew later", "var s = ask.StreamAsync(); Show(await s.CountAsync()); Show(await [|s|].CountAsync()); s = ask.StreamAsync();" },
        { "assigned later", "ChatStream<StreamingChatResponse> s; s = ask.StreamAsync(); Show(await s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "in another function", "var s = ask.StreamAsync(); Func<Task> run = async () => { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }; await run();" },
        { "comment that would go", "var s = ask.StreamAsync(); Show(await /* how many? */ s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "pattern", "object any = ask; if (any is ChatStream<StreamingChatResponse> s) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }" },
        { "request", "var letter = new Pen(); await letter.FinishAsync(); await letter.[|FinishAsync|]();" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string body)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<EnumerateStreamOnceAnalyzer, ReadIntoListCodeFix>.OfferedAsync(Sample.WithBody(body)));
    }

    [Fact]
    public async Task Parameter_IsNotOffered()
    {
        Assert.Empty(await FixVerifier<EnumerateStreamOnceAnalyzer, ReadIntoListCodeFix>.OfferedAsync(
            Sample.With("static async Task Run(ChatStream<StreamingChatResponse> s) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }")));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        return FixVerifier<EnumerateStreamOnceAnalyzer, ReadIntoListCodeFix>.VerifyAsync(source, expected, ReadIntoListCodeFix.EquivalenceKey);
    }
}
