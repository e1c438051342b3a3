using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

public sealed class EnumerateStreamOnceSilenceTests
{
    /// <summary>Uses of a stream in the local <c>s</c>.</summary>
    public static TheoryData<string, string> Uses => new()
    {
        { "one loop", "await foreach (var chunk in s.WithCancellation(token).ConfigureAwait(false)) Show(chunk);" },
        { "loop, then the answer", "await foreach (var chunk in s) Show(chunk); Show(s.Answer.FinishReason); Show(s.GenerationId);" },
        { "list that is read twice", "var all = await s.ToListAsync(); Show(all.Count); foreach (var chunk in all) Show(chunk); foreach (var chunk in all) Show(chunk);" },
        { "operators that nobody reads", "var ids = s.Select(chunk => chunk.Id); Show(ids); await foreach (var chunk in s) Show(chunk);" },
        { "chain of operators", "var ids = s.Select(chunk => chunk.Id); var some = ids.Where(id => id != null); await foreach (var id in some) Show(id);" },
        { "if and else", "if (flag) await s.CollectAsync(); else await foreach (var chunk in s) Show(chunk);" },
        { "return in between", "if (flag) { Show(await s.CountAsync()); return; } await foreach (var chunk in s) Show(chunk);" },
        { "throw in between", "if (flag) { Show(await s.CountAsync()); throw new IOException(); } await foreach (var chunk in s) Show(chunk);" },
        { "sections of a switch", "switch (numbers.Length) { case 0: await s.CollectAsync(); break; case 1: Show(await s.CountAsync()); break; default: await foreach (var chunk in s) Show(chunk); break; }" },
        { "arms of a switch", "Show(numbers.Length switch { 0 => await s.CountAsync(), _ => (await s.CollectAsync()).Text.Length });" },
        { "one or the other", "Show(flag ? await s.CountAsync() : (await s.CollectAsync()).Text.Length);" },
        { "the same question twice", "if (flag) { Show(await s.CountAsync()); } if (!flag) { await foreach (var chunk in s) Show(chunk); }" },
        { "done is kept", "var done = false; if (flag) { await s.CollectAsync(); done = true; } if (!done) await foreach (var chunk in s) Show(chunk);" },
        { "done is kept, early return", "var done = false; if (flag) { await s.CollectAsync(); done = true; } if (done) return; await foreach (var chunk in s) Show(chunk);" },
        { "made anew", "await s.CollectAsync(); s = ask.StreamAsync(); await s.CollectAsync();" },
        { "made anew at times", "await s.CollectAsync(); var again = _text.Length == 0; if (again) s = ask.StreamAsync(); if (again) await s.CollectAsync();" },
        { "made anew for every round", "foreach (var number in numbers) { await s.CollectAsync(); s = ask.StreamAsync(); }" },
        { "made anew by an operator", "await s.CollectAsync(); s = _text.Length > 0 ? ask.StreamAsync() : ask.StreamAsync(token); await s.CollectAsync();" },
        { "handler", "try { await foreach (var chunk in s) Show(chunk); } catch (IOException) { Show(await s.CountAsync()); }" },
        { "after a handler", "try { await foreach (var chunk in s) Show(chunk); flag = true; } catch (IOException) { Show(1); } if (!flag) Show(await s.CountAsync());" },
        { "made anew in a handler", "try { await s.CollectAsync(); } catch (IOException) { s = ask.StreamAsync(); } await s.CollectAsync();" },
        { "attempts", "for (var attempt = 0; attempt < 3; attempt++) { try { await foreach (var chunk in s) Show(chunk); break; } catch (IOException) { await Task.Delay(100); } }" },
        { "attempts until it went well", "while (!flag) { try { await s.CollectAsync(); flag = true; } catch (IOException) { await Task.Delay(100); } }" },
        { "one round of a loop", "foreach (var number in numbers) { if (number == 7) { await foreach (var chunk in s) Show(chunk); } else Show(number); }" },
        { "one round, early continue", "foreach (var number in numbers) { if (number != 7) { Show(number); continue; } await foreach (var chunk in s) Show(chunk); }" },
        { "loop that ends", "foreach (var number in numbers) { await foreach (var chunk in s) Show(chunk); break; }" },
        { "loop that returns", "while (true) { await foreach (var chunk in s) Show(chunk); return; }" },
        { "first answer of several ways", "foreach (var number in numbers) { switch (number) { case 1: await s.CollectAsync(); break; default: Show(1); break; } }" },
        { "enumerator in a loop", "await using var chunks = s.GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) Show(chunks.Current); while (await chunks.MoveNextAsync()) Show(2);" },
        { "two functions", "Func<Task<int>> count = async () => await s.CountAsync(); Func<Task> collect = async () => await s.CollectAsync(); if (flag) Show(await count()); else await collect();" },
        { "function and body", "if (flag) { await Inner(); return; } await foreach (var chunk in s) Show(chunk); async Task Inner() => await s.CollectAsync();" },
        { "handed on", "await Print(s); await Print(s); static Task Print(object any) => Task.CompletedTask;" },
        { "operators that join", "await foreach (var chunk in ask.StreamAsync().Concat(s)) Show(chunk); await foreach (var chunk in s.Concat(ask.StreamAsync())) Show(chunk);" },
        { "ref", "await s.CollectAsync(); Renew(ref s, ask); await s.CollectAsync(); static void Renew(ref ChatStream<StreamingChatResponse> stream, StreamingChatBuilder ask) => stream = ask.StreamAsync();" },
        { "out", "await s.CollectAsync(); Renew(out s, ask); await s.CollectAsync(); static void Renew(out ChatStream<StreamingChatResponse> stream, StreamingChatBuilder ask) => stream = ask.StreamAsync();" },
        { "deconstructed", "await s.CollectAsync(); (s, flag) = (ask.StreamAsync(), true); await s.CollectAsync();" },
        { "made anew by a lambda", "Action renew = () => s = ask.StreamAsync(); await s.CollectAsync(); renew(); await s.CollectAsync();" },
        { "nameof", "Show(nameof(s)); await s.CollectAsync();" },
        { "goto", "again: if (flag) { await s.CollectAsync(); goto done; } flag = true; goto again; done: Show(1);" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "made in the loop", "foreach (var number in numbers) { var s = ask.StreamAsync(); await foreach (var chunk in s) Show(chunk); }" },
        { "made in the head of the loop", "foreach (var number in numbers) { await foreach (var chunk in ask.StreamAsync()) Show(chunk); }" },
        { "made and kept in the loop", "ChatStream<StreamingChatResponse> s; foreach (var number in numbers) { s = ask.StreamAsync(); await foreach (var chunk in s) Show(chunk); }" },
        { "loop variable", "foreach (var s in numbers.Select(_ => ask.StreamAsync())) await s.CollectAsync();" },
        { "pattern in a loop", "foreach (object any in numbers) { if (any is ChatStream<StreamingChatResponse> s) await s.CollectAsync(); }" },
        { "recursive pattern in a loop", "foreach (object any in numbers) { if (any is not ChatStream<StreamingChatResponse> { GenerationId: null } s) break; await s.CollectAsync(); }" },
        { "declared by an argument", "foreach (var number in numbers) { Make(out var s, ask); await s.CollectAsync(); } static void Make(out ChatStream<StreamingChatResponse> stream, StreamingChatBuilder ask) => stream = ask.StreamAsync();" },
        { "deconstruction in a loop", "foreach (var number in numbers) { var (s, n) = (ask.StreamAsync(), number); await s.CollectAsync(); }" },
        { "two streams", "var a = ask.StreamAsync(); var b = ask.StreamAsync(); await a.CollectAsync(); await b.CollectAsync();" },
        { "another value behind operators", "var s = ask.StreamAsync(); var ids = s.Select(chunk => chunk.Id); s = ask.StreamAsync(); Show(await ids.CountAsync()); await s.CollectAsync();" },
        { "recording", "var s = new Recording(); Show(await s.CountAsync()); await foreach (var chunk in s) Show(chunk); await foreach (var chunk in s) Show(chunk);" },
        { "interface of a recording", "IAsyncEnumerable<StreamingChatResponse> s = new Recording(); Show(await s.CountAsync()); await foreach (var chunk in s) Show(chunk);" },
        { "shared", "var s = new object().ReadAllAsync(); Show(await s.CountAsync()); await foreach (var chunk in s) Show(chunk);" },
        { "one of two", "IAsyncEnumerable<StreamingChatResponse> s = flag ? new Recording() : ask.StreamAsync(); Show(await s.CountAsync()); Show(await s.CountAsync());" },
        { "list as a stream", "var all = await ask.StreamAsync().ToListAsync(); var s = all.ToAsyncEnumerable(); Show(await s.CountAsync()); Show(await s.CountAsync());" },
        { "assigned later", "IAsyncEnumerable<StreamingChatResponse> s = ask.StreamAsync(); s = new Recording(); Show(await s.CountAsync()); Show(await s.CountAsync());" },
        { "numbers", "var s = numbers.ToAsyncEnumerable(); Show(await s.CountAsync()); Show(await s.CountAsync());" },
        { "another client, until it is there", "var s = pen.WriteAsync(); while (_text.Length == 0) { await foreach (var fragment in s) _text.Append(fragment.Words); }" },
        { "another client, attempts", "var s = pen.WriteAsync(); for (var attempt = 0; attempt < 3; attempt++) { await foreach (var fragment in s) _text.Append(fragment.Words); if (_text.Length > 0) break; }" },
        { "disposed", "await using var s = ask.StreamAsync(); s.OnKeepAlive = time => Show(time); try { await foreach (var chunk in s) Show(chunk); } finally { Show(s.Answer.Text); }" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public Task Use_IsSilent(string situation, string uses) => VerifyAsync(situation, Sample.WithBody("var s = ask.StreamAsync(token); " + uses));

    [Theory]
    [MemberData(nameof(Uses))]
    public Task Use_OfAParameter_IsSilent(string situation, string uses) => VerifyAsync(
        situation, Sample.With("static async Task Run(ChatStream<StreamingChatResponse> s, StreamingChatBuilder ask, bool flag, int[] numbers, CancellationToken token) { await Task.Yield(); " + uses + " }"));

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsSilent(string situation, string body) => VerifyAsync(situation, Sample.WithBody(body));

    [Fact]
    public Task Parameters_ThatMayBeReadAgain_AreSilent() => VerifyAsync("parameters", Sample.With("""
        static async Task Kept(Recording stream)
        {
            Show(await stream.CountAsync());
            Show(await stream.CountAsync());
        }

        static async Task Asked(IAsyncEnumerable<StreamingChatResponse> stream)
        {
            if (stream is Recording)
            {
                Show(await stream.CountAsync());
            }

            await foreach (var chunk in stream)
            {
                Show(chunk);
            }
        }

        static async Task Strings(IAsyncEnumerable<string> stream)
        {
            Show(await stream.CountAsync());
            Show(await stream.CountAsync());
        }

        readonly ChatStream<StreamingChatResponse> _stream = null!;

        async Task Field()
        {
            Show(await _stream.CountAsync());
            Show(await _stream.CountAsync());
        }
        """));

    private static Task VerifyAsync(string situation, string source)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(source);
    }
}
