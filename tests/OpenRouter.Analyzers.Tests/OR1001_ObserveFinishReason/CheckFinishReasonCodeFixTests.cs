using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1001_ObserveFinishReason;

public sealed class CheckFinishReasonCodeFixTests
{
    [Fact]
    public Task Block_GetsLocalAndCheck() => VerifyAsync(
        """
        class Sample
        {
            async Task<string> Run(IOpenRouterClient client)
            {
                var text = new StringBuilder();
                // The answer.
                await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").[|StreamAsync|]()) // streamed
                {
                    // As it comes.
                    text.Append(chunk.Choices?[0].Delta?.Content);
                } // done

                return text.ToString();
            }
        }
        """,
        """
        class Sample
        {
            async Task<string> Run(IOpenRouterClient client)
            {
                var text = new StringBuilder();
                // The answer.
                FinishReason? finish = null;
                await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").StreamAsync()) // streamed
                {
                    if (chunk.Choices is [{ FinishReason: { } reason }, ..])
                    {
                        finish = reason;
                    }

                    // As it comes.
                    text.Append(chunk.Choices?[0].Delta?.Content);
                } // done

                if (finish == FinishReason.Length || finish == FinishReason.ContentFilter)
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                }

                return text.ToString();
            }
        }
        """);

    [Fact]
    public Task BodyWithoutBraces_GetsBraces() => VerifyAsync(
        """
        class Sample
        {
            async Task Run(Pen pen)
            {
                await foreach (var fragment in pen.[|WriteAsync|]()) // streamed
                    Console.Write(fragment.Words);
            }
        }
        """,
        """
        class Sample
        {
            async Task Run(Pen pen)
            {
                string? finish = null;
                await foreach (var fragment in pen.WriteAsync()) // streamed
                {
                    if (fragment.StopCause is { } reason)
                    {
                        finish = reason;
                    }

                    Console.Write(fragment.Words);
                }

                if (finish is "length" or "content_filter")
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                }
            }
        }
        """);

    [Fact]
    public Task SeveralLoops_GetNamesOfTheirOwn() => VerifyAsync(
        """
        class Sample
        {
            async Task Run(Pen pen)
            {
                var finish = "taken";
                await foreach (var plain in pen.[|SpellAsync|]())
                {
                    Console.Write(plain.Body + finish);
                }

                await foreach (var plain in pen.[|SpellAsync|]())
                {
                    Console.Write(plain.Body);
                }
            }
        }
        """,
        """
        class Sample
        {
            async Task Run(Pen pen)
            {
                var finish = "taken";
                Cause? finish2 = null;
                await foreach (var plain in pen.SpellAsync())
                {
                    if (plain.Cause is { } reason)
                    {
                        finish2 = reason;
                    }

                    Console.Write(plain.Body + finish);
                }

                if (finish2 == Cause.MaxTokens)
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish2}'.");
                }

                Cause? finish3 = null;
                await foreach (var plain in pen.SpellAsync())
                {
                    if (plain.Cause is { } reason2)
                    {
                        finish3 = reason2;
                    }

                    Console.Write(plain.Body);
                }

                if (finish3 == Cause.MaxTokens)
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish3}'.");
                }
            }
        }
        """);

    [Fact]
    public Task OneLine_StaysOneLine() => VerifyAsync(
        "class Sample { async Task Run(Pen pen) { await foreach (var f in pen.[|WriteAsync|]()) { Console.Write(f.Words); } } }",
        "class Sample { async Task Run(Pen pen) { string? finish = null; await foreach (var f in pen.WriteAsync()) { if (f.StopCause is { } reason) { finish = reason; } Console.Write(f.Words); } "
            + "if (finish is \"length\" or \"content_filter\") { throw new InvalidOperationException($\"The answer is not complete: it ended with '{finish}'.\"); } } }");

    [Fact]
    public Task TopLevelStatements_AreFixed() => VerifyAsync(
        """
        Pen pen = new();
        await foreach (var fragment in pen.[|WriteAsync|]())
        {
            Console.Write(fragment.Words);
        }
        """,
        """
        Pen pen = new();
        string? finish = null;
        await foreach (var fragment in pen.WriteAsync())
        {
            if (fragment.StopCause is { } reason)
            {
                finish = reason;
            }

            Console.Write(fragment.Words);
        }

        if (finish is "length" or "content_filter")
        {
            throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
        }
        """,
        TestProject.Default with { IsProgram = true });

    [Fact]
    public async Task NoPlaceForStatements_IsNotOffered()
    {
        Assert.Empty(await OfferedAsync("class Sample { async Task Run(Pen pen, bool go) { if (go) await foreach (var f in pen.[|WriteAsync|]()) Console.Write(f.Words); } }"));
        Assert.Empty(await OfferedAsync("class Sample { async Task Run(Pen pen) { Console.Write((await pen.[|WriteAsync|]().ToListAsync())[0].Words); } }"));
    }

    private static Task VerifyAsync(string source, string expected, TestProject? project = null)
    {
        return FixVerifier<ObserveFinishReasonAnalyzer, CheckFinishReasonCodeFix>.VerifyAsync(source, expected, CheckFinishReasonCodeFix.EquivalenceKey, project);
    }

    private static Task<IReadOnlyList<string?>> OfferedAsync(string source)
    {
        return FixVerifier<ObserveFinishReasonAnalyzer, CheckFinishReasonCodeFix>.OfferedAsync(source);
    }
}
