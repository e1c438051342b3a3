using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

public sealed class SendInEachRoundCodeFixTests
{
    [Fact]
    public Task Call_MovesIntoTheLoop() => VerifyAsync(
        Sample.With("""
                static async Task Chat(StreamingChatBuilder ask, CancellationToken token)
                {
                    // Said at once.
                    var s = ask.StreamAsync(token);

                    while (Console.ReadLine() is { Length: > 0 } line)
                    {
                        ask.AddUserMessage(line); // next
                        await foreach (var chunk in [|s|].WithCancellation(token)) // all
                        {
                            Show(chunk);
                        }
                    }
                }

                static async Task Collect(StreamingChatBuilder ask, int[] numbers)
                {
                    Show(1);
                    ChatStream<StreamingChatResponse> s = ask.StreamAsync(); // sent later
                    foreach (var number in numbers)
                    {
                        Show((await [|s|].CollectAsync()).Text + number);
                    }
                }
            """),
        Sample.With("""
                static async Task Chat(StreamingChatBuilder ask, CancellationToken token)
                {
                    // Said at once.

                    while (Console.ReadLine() is { Length: > 0 } line)
                    {
                        ask.AddUserMessage(line); // next
                        await foreach (var chunk in ask.StreamAsync(token).WithCancellation(token)) // all
                        {
                            Show(chunk);
                        }
                    }
                }

                static async Task Collect(StreamingChatBuilder ask, int[] numbers)
                {
                    Show(1);
                    // sent later
                    foreach (var number in numbers)
                    {
                        Show((await ask.StreamAsync().CollectAsync()).Text + number);
                    }
                }
            """));

    [Theory]
    [InlineData("var s = flag ? ask.StreamAsync() : ask.StreamAsync(token); foreach (var number in numbers) await [|s|].CollectAsync();", "foreach (var number in numbers) await (flag ? ask.StreamAsync() : ask.StreamAsync(token)).CollectAsync();")]
    [InlineData("var s = pen.WriteAsync(); for (var n = 0; n < 3; n++) { await foreach (var fragment in [|s|]) Show(fragment); }", "for (var n = 0; n < 3; n++) { await foreach (var fragment in pen.WriteAsync()) Show(fragment); }")]
    public async Task OneLine_Moves(string body, string expected)
    {
        var source = Sample.WithBody(body);
        await VerifyAsync(source, Sample.WithBody(expected).Replace("await Task.Yield(); ", "await Task.Yield();  ", StringComparison.Ordinal));
    }

    /// <summary>Bodies in which the call has to stay.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "used after the loop", "var s = ask.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync(); Show(s.Answer);" },
        { "no loop", "var s = ask.StreamAsync(); await s.CollectAsync(); await [|s|].CollectAsync();" },
        { "disposed", "await using var s = ask.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync();" },
        { "condition", "var s = ask.StreamAsync(); while (await [|s|].AnyAsync()) Show(1);" },
        { "several lines", "var s = ask\n.AddUserMessage(\"m\")\n.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync();" },
        { "comment", "var s = /* once */ ask.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync();" },
        { "assigned later", "ChatStream<StreamingChatResponse> s; s = ask.StreamAsync(); foreach (var number in numbers) await [|s|].CollectAsync();" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string body)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<EnumerateStreamOnceAnalyzer, SendInEachRoundCodeFix>.OfferedAsync(Sample.WithBody(body)));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        return FixVerifier<EnumerateStreamOnceAnalyzer, SendInEachRoundCodeFix>.VerifyAsync(source, expected, SendInEachRoundCodeFix.EquivalenceKey);
    }
}
