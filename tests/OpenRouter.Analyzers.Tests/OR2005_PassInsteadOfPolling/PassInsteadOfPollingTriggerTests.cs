using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;
using OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2005_PassInsteadOfPolling;

public sealed class PassInsteadOfPollingTriggerTests
{
    /// <summary>Bodies of a method with parameters <c>pen</c>, <c>token</c> and <c>source</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "break", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|]) break; Show(chunk); }" },
        { "break in a block", "await foreach (var chunk in Ask.StreamAsync()) { Show(chunk); if ([|token.IsCancellationRequested|]) { Show(1); break; } }" },
        { "return", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|]) return; Show(chunk); }" },
        { "throw", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|]) throw new OperationCanceledException(token); Show(chunk); }" },
        { "source", "await foreach (var chunk in Ask.StreamAsync()) { if ([|source.IsCancellationRequested|]) break; Show(chunk); }" },
        { "token of the source", "await foreach (var chunk in Ask.StreamAsync()) { if ([|source.Token.IsCancellationRequested|]) break; Show(chunk); }" },
        { "field", "await foreach (var chunk in Ask.StreamAsync()) { if ([|_life.IsCancellationRequested|]) break; Show(chunk); }" },
        { "source that may be null", "await foreach (var chunk in Ask.StreamAsync()) { if ([|_run?.IsCancellationRequested|] == true) break; Show(chunk); }" },
        { "ThrowIfCancellationRequested", "await foreach (var chunk in Ask.StreamAsync()) { [|token.ThrowIfCancellationRequested()|]; Show(chunk); }" },
        { "negated, with else", "await foreach (var chunk in Ask.StreamAsync()) { if (![|token.IsCancellationRequested|]) Show(chunk); else break; }" },
        { "one reason of two", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|] || chunk.Id is null) break; Show(chunk); }" },
        { "compared with true", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|] == true) break; Show(chunk); }" },
        { "in an inner block", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Choices is { } choices) { foreach (var choice in choices) { if ([|token.IsCancellationRequested|]) return; Show(choice); } } }" },
        { "stream in a local", "var stream = Ask.StreamAsync(); await foreach (var chunk in stream) { if ([|token.IsCancellationRequested|]) break; Show(chunk); }" },
        { "ConfigureAwait", "await foreach (var fragment in pen.WriteAsync().ConfigureAwait(false)) { if ([|token.IsCancellationRequested|]) break; Show(fragment); }" },
        { "raw chunks", "await foreach (var chunk in Ask.StreamAsync().AsReceived()) { if ([|token.IsCancellationRequested|]) break; Show(chunk); }" },
        { "text view", "await foreach (var text in Ask.StreamAsync().TextAsync()) { if ([|token.IsCancellationRequested|]) break; Show(text); }" },
        { "async LINQ", "await foreach (var id in Ask.StreamAsync().Select(chunk => chunk.Id)) { if ([|token.IsCancellationRequested|]) break; Show(id); }" },
        { "TakeWhile", "await foreach (var chunk in Ask.StreamAsync().TakeWhile(chunk => ![|token.IsCancellationRequested|])) Show(chunk);" },
        { "TakeWhile with more", "var all = await Ask.StreamAsync().TakeWhile(chunk => ![|token.IsCancellationRequested|] && chunk.Id is not null).ToListAsync(); Show(all);" },
        { "enumerator", "await using var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (![|token.IsCancellationRequested|] && await chunks.MoveNextAsync()) Show(chunks.Current);" },
        { "enumerator, inside", "await using var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { if ([|token.IsCancellationRequested|]) break; Show(chunks.Current); }" },
        { "two tests", "await foreach (var chunk in Ask.StreamAsync()) { if ([|token.IsCancellationRequested|]) break; Show(chunk); if ([|token.IsCancellationRequested|]) break; }" },
        { "another client", "await foreach (var fragment in pen.WriteAsync(2)) { if ([|token.IsCancellationRequested|]) break; Show(fragment); }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Poll_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<PassInsteadOfPollingAnalyzer>.VerifyAsync(Sample.With(
            "readonly CancellationTokenSource _life = new(); CancellationTokenSource? _run = new();\n"
            + "async Task Run(Pen pen, CancellationToken token, CancellationTokenSource source) { await Task.Yield(); " + body + " }"));
    }

    [Fact]
    public async Task Controller_IsReportedAtTheTestAndAtTheCall()
    {
        const string Controller = """
            class Chats(IOpenRouterClient client) : ControllerBase
            {
                public async Task Post()
                {
                    var request = client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q");
                    await foreach (var chunk in request.{|OR2001:StreamAsync|}())
                    {
                        if ({|OR2005:HttpContext.RequestAborted.IsCancellationRequested|})
                        {
                            Console.WriteLine("Client disconnected, stopping stream");
                            break;
                        }

                        await Response.WriteAsync(chunk.Id!);
                    }
                }
            }
            """;

        await RuleVerifier<PassInsteadOfPollingAnalyzer>.VerifyAsync(WithMarksOf("OR2005", Controller));
        await RuleVerifier<PassCancellationTokenAnalyzer>.VerifyAsync(WithMarksOf("OR2001", Controller));
    }

    private static string WithMarksOf(string id, string source)
    {
        var other = id == "OR2001" ? "OR2005" : "OR2001";
        return System.Text.RegularExpressions.Regex.Replace(source, @"\{\|" + other + @":(.*?)\|\}", "$1");
    }
}
