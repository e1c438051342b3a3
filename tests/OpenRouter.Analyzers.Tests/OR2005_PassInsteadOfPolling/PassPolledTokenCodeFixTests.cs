using OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2005_PassInsteadOfPolling;

public sealed class PassPolledTokenCodeFixTests
{
    [Fact]
    public Task Controller_LogsInACatchBlock() => VerifyAsync(
        """"
            class Chats(IOpenRouterClient client) : ControllerBase
            {
                public async Task Post()
                {
                    // The answer.
                    await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").StreamAsync())
                    {
                        // Nobody listens any more.
                        if ([|HttpContext.RequestAborted.IsCancellationRequested|])
                        {
                            Console.WriteLine("Client disconnected"); // told

                            break;
                        }

                        await Response.WriteAsync($"""
                            data: {chunk.Id}
                            """);
                        Console.Write(@"a
            b");
                    } // streamed

                    Console.Write("done");
                }
            }
        """",
        """"
            class Chats(IOpenRouterClient client) : ControllerBase
            {
                public async Task Post()
                {
                    // The answer.
                    try
                    {
                        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").StreamAsync(HttpContext.RequestAborted))
                        {
                            await Response.WriteAsync($"""
                            data: {chunk.Id}
                            """);
                            Console.Write(@"a
            b");
                        } // streamed
                    }
                    catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
                    {
                        // Nobody listens any more.
                        Console.WriteLine("Client disconnected"); // told
                    }

                    Console.Write("done");
                }
            }
        """");

    [Fact]
    public Task EveryLoop_IsRepaired() => VerifyAsync(
        """
            async Task<int> Run(Pen pen, CancellationToken token, CancellationTokenSource source)
            {
                await foreach (var chunk in Ask.StreamAsync())
                {
                    if ([|token.IsCancellationRequested|]) break;
                    Show(chunk);
                }

                await foreach (var fragment in pen.WriteAsync(isLong(2)))
                {
                    Show(fragment);
                    if ([|source.IsCancellationRequested|]) { Show(1); return 1; }
                }

                await foreach (var fragment in pen.WriteAsync())
                {
                    // Stop here.
                    [|token.ThrowIfCancellationRequested()|]; // at once
                    Show(fragment);
                }

                await foreach (var fragment in pen.WriteAsync())
                {
                    if ([|token.IsCancellationRequested|])
                    {
                        throw new OperationCanceledException(token);
                    }

                    Show(fragment);
                }

                return 0;
                static int isLong(int pages) => pages;
            }
        """,
        """
            async Task<int> Run(Pen pen, CancellationToken token, CancellationTokenSource source)
            {
                try
                {
                    await foreach (var chunk in Ask.StreamAsync(token))
                    {
                        Show(chunk);
                    }
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                }

                try
                {
                    await foreach (var fragment in pen.WriteAsync(isLong(2), source.Token))
                    {
                        Show(fragment);
                    }
                }
                catch (OperationCanceledException) when (source.Token.IsCancellationRequested)
                {
                    Show(1); return 1;
                }

                await foreach (var fragment in pen.WriteAsync(stop: token))
                {
                    // Stop here.
                    // at once
                    Show(fragment);
                }

                await foreach (var fragment in pen.WriteAsync(stop: token))
                {
                    Show(fragment);
                }

                return 0;
                static int isLong(int pages) => pages;
            }
        """);

    [Fact]
    public Task SecondTest_OfALoop_StaysAsItIs() => VerifyAsync(
        """
            async Task Run(CancellationToken token)
            {
                await foreach (var chunk in Ask.StreamAsync())
                {
                    [|token.ThrowIfCancellationRequested()|];
                    Show(chunk);
                    [|token.ThrowIfCancellationRequested()|];
                }
            }
        """,
        """
            async Task Run(CancellationToken token)
            {
                await foreach (var chunk in Ask.StreamAsync(token))
                {
                    Show(chunk);
                    token.ThrowIfCancellationRequested();
                }
            }
        """);

    /// <summary>Members in which the test cannot be moved.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "chunk is used", "async Task Run(CancellationToken token) { await foreach (var chunk in Ask.StreamAsync()) {\nif ([|token.IsCancellationRequested|]) { Show(chunk); break; }\nShow(1); } }" },
        { "iterator", "async IAsyncEnumerable<int> Run(CancellationToken token) {\nawait foreach (var chunk in Ask.StreamAsync()) {\nif ([|token.IsCancellationRequested|]) yield break;\nyield return 1; } }" },
        { "two reasons", "async Task Run(CancellationToken token) {\nawait foreach (var chunk in Ask.StreamAsync()) {\nif ([|token.IsCancellationRequested|] || chunk.Id is null) break;\nShow(1); } }" },
        { "else", "async Task Run(CancellationToken token) {\nawait foreach (var chunk in Ask.StreamAsync()) {\nif ([|token.IsCancellationRequested|]) break; else Show(2);\nShow(1); } }" },
        { "deeper", "async Task Run(CancellationToken token) {\nawait foreach (var chunk in Ask.StreamAsync()) {\nif (chunk.Id is null) {\nif ([|token.IsCancellationRequested|]) break;\n} Show(1); } }" },
        { "stream in a local", "async Task Run(CancellationToken token) {\nvar stream = Ask.StreamAsync();\nawait foreach (var chunk in stream) {\nif ([|token.IsCancellationRequested|]) break;\nShow(1); } }" },
        { "may be null", "async Task Run(CancellationTokenSource? source) {\nawait foreach (var chunk in Ask.StreamAsync()) {\nif ([|source?.IsCancellationRequested|] == true) break;\nShow(1); } }" },
        { "async LINQ", "async Task Run(CancellationToken token) {\nawait foreach (var chunk in Ask.StreamAsync().TakeWhile(_ => ![|token.IsCancellationRequested|])) {\nShow(1); } }" },
        { "no block around", "async Task Run(CancellationToken token) {\nif (token.CanBeCanceled)\nawait foreach (var chunk in Ask.StreamAsync()) {\nif ([|token.IsCancellationRequested|]) break;\nShow(1); } }" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<PassInsteadOfPollingAnalyzer, PassPolledTokenCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<PassInsteadOfPollingAnalyzer, PassPolledTokenCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), PassPolledTokenCodeFix.EquivalenceKey);
    }
}
