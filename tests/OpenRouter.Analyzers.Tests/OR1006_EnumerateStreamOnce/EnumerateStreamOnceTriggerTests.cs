using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

public sealed class EnumerateStreamOnceTriggerTests
{
    /// <summary>Uses of a stream in the local <c>s</c>.</summary>
    public static TheoryData<string, string> Uses => new()
    {
        { "count, then a loop", "Show(await s.CountAsync(token)); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "loop, then a list", "await foreach (var chunk in s) Show(chunk); var all = await [|s|].ToListAsync(); Show(all.Count);" },
        { "two loops", "await foreach (var chunk in s) Show(chunk); await foreach (var chunk in [|s|].WithCancellation(token).ConfigureAwait(false)) Show(chunk);" },
        { "three readings", "Show(await s.AnyAsync()); Show(await [|s|].FirstAsync()); Show(await s.LastAsync());" },
        { "two calls in one expression", "Show(await s.FirstAsync() == await [|s|].LastAsync());" },
        { "first chunk, then the rest", "var first = await s.FirstAsync(); await foreach (var chunk in [|s|].Skip(1)) Show(chunk); Show(first);" },
        { "condition of a loop", "if (await s.AnyAsync()) { await foreach (var chunk in [|s|]) Show(chunk); }" },
        { "left early", "await foreach (var chunk in s) { Show(chunk); break; } await foreach (var chunk in [|s|].WithCancellation(token)) Show(chunk);" },
        { "collected twice", "var a = await s.CollectAsync(); var b = await [|s|].CollectAsync(token); Show(a == b);" },
        { "loop, then collected", "await foreach (var chunk in s) Show(chunk); Show((await [|s|].CollectAsync()).Text);" },
        { "relayed, then collected", "await s.RelayToAsync(Stream.Null); Show(await [|s|].CollectAsync());" },
        { "text, then collected", "await foreach (var piece in s.TextAsync()) Show(piece); Show(await [|s|].CollectAsync());" },
        { "values, then chunks", "await foreach (var value in s.AsValues()) Show(value.Text); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "raw, then chunks", "await foreach (var chunk in s.AsReceived()) Show(chunk); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "enumerator, then a loop", "await using (var chunks = s.GetAsyncEnumerator(token)) { await chunks.MoveNextAsync(); } await foreach (var chunk in [|s|]) Show(chunk);" },
        { "blocking, then a loop", "foreach (var chunk in s.ToBlockingEnumerable()) Show(chunk); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "operators in between", "Show(await s.Where(chunk => chunk.Usage != null).CountAsync()); Show(await [|s|].Select(chunk => chunk.Id).ToArrayAsync());" },
        { "operators in a local", "var ids = s.Select(chunk => chunk.Id); Show(await ids.CountAsync()); await foreach (var id in [|ids|]) Show(id);" },
        { "operators and the stream", "var ids = s.Select(chunk => chunk.Id).Where(id => id != null); await foreach (var chunk in s) Show(chunk); Show(await [|ids|].ToListAsync());" },
        { "another name", "IAsyncEnumerable<StreamingChatResponse> same = s; await foreach (var chunk in same) Show(chunk); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "query", "Show(await (from chunk in s where chunk.Usage != null select chunk.Id).CountAsync()); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "first only at times", "if (flag) { Show(await s.CountAsync()); } await foreach (var chunk in [|s|]) Show(chunk);" },
        { "second only at times", "await foreach (var chunk in s) Show(chunk); if (flag) Show(await [|s|].CountAsync());" },
        { "empty answer is tried again", "await foreach (var chunk in s) _text.Append(chunk.Id); if (_text.Length == 0) { await foreach (var chunk in [|s|]) _text.Append(chunk.Id); }" },
        { "branches before", "if (flag) await s.CollectAsync(); else await foreach (var chunk in s) Show(chunk); Show(await [|s|].CountAsync());" },
        { "try around both", "try { Show(await s.CountAsync()); await foreach (var chunk in [|s|]) Show(chunk); } catch (IOException) { Show(1); }" },
        { "handler that rethrows", "var n = 0; try { n = await s.CountAsync(); } catch (IOException) { Show(1); throw; } await foreach (var chunk in [|s|]) Show(n);" },
        { "loop over something", "foreach (var number in numbers) { await foreach (var chunk in [|s|]) Show(chunk); }" },
        { "for", "for (var round = 0; round < 3; round++) Show(await [|s|].CountAsync());" },
        { "while, left before", "while (true) { if (Console.ReadLine() is not { Length: > 0 } line) break; ask.AddUserMessage(line); await foreach (var chunk in [|s|]) Show(chunk); }" },
        { "collected in a loop", "foreach (var number in numbers) { var answer = await [|s|].CollectAsync(); Show(answer.Text); }" },
        { "both in a loop", "foreach (var number in numbers) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }" },
        { "condition of the loop", "while (await [|s|].AnyAsync()) Show(1);" },
        { "stream is handed on as well", "ArgumentNullException.ThrowIfNull(s); Show(s); Show(await s.CountAsync()); Show(s.Answer.Text); Show(await [|s|].CountAsync());" },
        { "lambda", "Func<Task> run = async () => { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }; await run();" },
        { "local function", "await Inner(); async Task Inner() { await foreach (var chunk in s) Show(chunk); await foreach (var chunk in [|s|]) Show(chunk); }" },
        { "lambda in a lambda", "Func<Func<Task>> run = () => async () => { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }; await run()();" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "await using", "await using var s = ask.StreamAsync(token); Show(await s.CountAsync()); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "made in the loop, read twice", "foreach (var number in numbers) { var s = ask.StreamAsync(); Show(await s.CountAsync()); await foreach (var chunk in [|s|]) Show(chunk); }" },
        { "made anew, then read twice", "var s = ask.StreamAsync(); await s.CollectAsync(); s = ask.StreamAsync(); await s.CollectAsync(); await [|s|].CollectAsync();" },
        { "events", "var s = client.Responses.StreamResponseAsync(\"q\"); await foreach (var item in s) Show(item); Show(await [|s|].CollectAsync());" },
        { "text in a local", "var text = ask.StreamAsync().TextAsync(); Show(await text.CountAsync()); await foreach (var piece in [|text|]) Show(piece);" },
        { "operators over the call", "var ids = ask.StreamAsync(token).Select(chunk => chunk.Id); Show(await ids.FirstAsync()); Show(await [|ids|].LastAsync());" },
        { "values", "var values = ask.StreamAsync().AsValues(); await foreach (var value in values) Show(value.Text); await foreach (var value in [|values|]) Show(value.Text);" },
        { "interface", "IAsyncEnumerable<StreamingChatResponse> s = ask.StreamAsync(); await foreach (var chunk in s) Show(chunk); await foreach (var chunk in [|s|]) Show(chunk);" },
        { "assigned later", "IAsyncEnumerable<StreamingChatResponse> s; if (flag) s = ask.StreamAsync(); else s = ask.StreamAsync().AsReceived(); Show(await s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "one or the other", "var s = flag ? ask.StreamAsync() : ask.StreamAsync(token); Show(await s.CountAsync()); Show(await [|s|].CountAsync());" },
        { "another client", "var s = pen.WriteAsync(); Show(await s.CountAsync()); await foreach (var fragment in [|s|]) Show(fragment);" },
        { "another client, configured", "var s = pen.WriteAsync().ConfigureAwait(false); await foreach (var fragment in s) Show(fragment); await foreach (var fragment in [|s|]) Show(fragment);" },
        { "another client, loop", "var s = pen.ScribbleAsync(); foreach (var number in numbers) { await foreach (var scrap in [|s|]) Show(scrap); }" },
        { "pattern", "object any = ask.StreamAsync(); if (any is ChatStream<StreamingChatResponse> s) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }" },
        { "loop variable", "foreach (var s in new[] { ask.StreamAsync(), ask.StreamAsync() }) { Show(await s.CountAsync()); Show(await [|s|].CountAsync()); }" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public Task Use_Triggers(string situation, string uses) => VerifyAsync(situation, Sample.WithBody("var s = ask.StreamAsync(token); " + uses));

    [Theory]
    [MemberData(nameof(Uses))]
    public Task Use_OfAParameter_Triggers(string situation, string uses) => VerifyAsync(
        situation, Sample.With("static async Task Run(ChatStream<StreamingChatResponse> s, StreamingChatBuilder ask, bool flag, int[] numbers, CancellationToken token) { await Task.Yield(); " + uses + " }"));

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_Triggers(string situation, string body) => VerifyAsync(situation, Sample.WithBody(body));

    [Fact]
    public Task BareParameter_Triggers() => VerifyAsync("helpers", Sample.With("""
        static async Task<int> Print(IAsyncEnumerable<StreamingChatResponse> stream)
        {
            if (stream is null)
            {
                throw new ArgumentNullException(nameof(stream));
            }

            await foreach (var chunk in stream)
            {
                Show(chunk.Id);
            }

            return await [|stream|].CountAsync();
        }

        static async IAsyncEnumerable<string?> Ids(IAsyncEnumerable<Fragment> stream)
        {
            yield return (await stream.CountAsync()).ToString();
            await foreach (var fragment in [|stream|])
            {
                yield return fragment.Words;
            }
        }

        [OpenRouter.Runtime.Annotations.StreamCollector]
        static Task Keep(IAsyncEnumerable<StreamingChatResponse> stream) => Task.CompletedTask;

        static async Task Twice(IAsyncEnumerable<StreamingChatResponse> stream)
        {
            await Keep(stream);
            await Keep([|stream|]);
        }
        """));

    [Fact]
    public async Task TrustedConsumer_Reads()
    {
        await RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(
            Sample.With("static Task Keep(object stream) => Task.CompletedTask; static async Task Run(StreamingChatBuilder ask) { var s = ask.StreamAsync(); await Keep(s); await Keep([|s|]); }"),
            TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.trusted_consumers = Sample.Keep\n" });
    }

    [Fact]
    public async Task Message_TellsWhatHappens()
    {
        Assert.Equal("'s' was read before: a stream is read once, and reading it again throws", await MessageAsync("var s = ask.StreamAsync(); await s.CollectAsync(); await [|s|].CollectAsync();"));
        Assert.Equal("'s' was read before: reading a stream again fails or sends its request again", await MessageAsync("var s = pen.WriteAsync(); Show(await s.CountAsync()); Show(await [|s|].CountAsync());"));
        Assert.Equal("'s' is read in each round of the loop: a stream is read once, and the second round throws", await MessageAsync("var s = ask.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync();"));
        Assert.Equal("'s' is read in each round of the loop: reading a stream again fails or sends its request again", await MessageAsync("var s = pen.WriteAsync(); foreach (var number in numbers) await [|s|].CountAsync();"));
    }

    [Fact]
    public async Task ProjectOfTests_Informs()
    {
        var document = await RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(
            Sample.WithBody("var s = ask.StreamAsync(); await s.CollectAsync(); await [|s|].CollectAsync();"), TestProject.Default with { ReferencesTestFramework = true });
        var found = Assert.Single(await RuleVerifier<EnumerateStreamOnceAnalyzer>.DiagnosticsAsync(document.Project));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    private static async Task<string> MessageAsync(string body)
    {
        var document = await RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(Sample.WithBody(body));
        return Assert.Single(await RuleVerifier<EnumerateStreamOnceAnalyzer>.DiagnosticsAsync(document.Project)).GetMessage();
    }

    private static async Task VerifyAsync(string situation, string source)
    {
        Assert.NotEmpty(situation);
        var document = await RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(source);
        Assert.All(await RuleVerifier<EnumerateStreamOnceAnalyzer>.DiagnosticsAsync(document.Project), finding => Assert.Equal(DiagnosticSeverity.Warning, finding.Severity));
    }
}
