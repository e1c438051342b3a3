using OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1002_DecideOnFinishReason;

public sealed class DecideAfterLoopCodeFixTests
{
    [Fact]
    public Task Loops_GetLocalAndCheck() => FixVerifier<DecideOnFinishReasonAnalyzer, DecideAfterLoopCodeFix>.VerifyAsync(
        Sample.With("""
                async Task<string> Run(StreamingChatBuilder ask, Pen pen)
                {
                    var text = new StringBuilder();
                    // The answer.
                    await foreach (var chunk in ask.StreamAsync()) // streamed
                    {
                        // As it comes.
                        text.Append(chunk.Choices?[0].Delta?.Content);
                        if ([|chunk.Choices?[0].FinishReason != null|])
                        {
                            break; // done
                        }
                    } // so far

                    await foreach (var fragment in pen.WriteAsync())
                    {
                        text.Append(fragment.Words);
                        if ([|fragment.StopCause is not null|]) break;
                    }

                    return text.ToString();
                }
            """),
        Sample.With("""
                async Task<string> Run(StreamingChatBuilder ask, Pen pen)
                {
                    var text = new StringBuilder();
                    // The answer.
                    FinishReason? finish = null;
                    await foreach (var chunk in ask.StreamAsync()) // streamed
                    {
                        if (chunk.Choices is [{ FinishReason: { } reason }, ..])
                        {
                            finish = reason;
                        }

                        // As it comes.
                        text.Append(chunk.Choices?[0].Delta?.Content);
                        if (chunk.Choices?[0].FinishReason != null)
                        {
                            break; // done
                        }
                    } // so far

                    if (finish == FinishReason.Length || finish == FinishReason.ContentFilter)
                    {
                        throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                    }

                    string? finish2 = null;
                    await foreach (var fragment in pen.WriteAsync())
                    {
                        if (fragment.StopCause is { } reason2)
                        {
                            finish2 = reason2;
                        }

                        text.Append(fragment.Words);
                        if (fragment.StopCause is not null) break;
                    }

                    if (finish2 is "length" or "content_filter")
                    {
                        throw new InvalidOperationException($"The answer is not complete: it ended with '{finish2}'.");
                    }

                    return text.ToString();
                }
            """),
        DecideAfterLoopCodeFix.EquivalenceKey);

    [Theory]
    // The loop returns by itself.
    [InlineData("await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) return text.ToString(); }")]
    // The test stands behind the loop.
    [InlineData("FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); finish = chunk.Choices?[0].FinishReason ?? finish; } if ([|finish == null|]) Show(1); return text.ToString();")]
    // There is no await foreach.
    [InlineData("await using var chunks = ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { text.Append(chunks.Current.Choices?[0].Delta?.Content); if ([|chunks.Current.Choices?[0].FinishReason != null|]) break; } return text.ToString();")]
    // There is no place beside the loop.
    [InlineData("if (text.Length == 0) await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) break; } return text.ToString();")]
    public async Task NoSafeChange_IsNotOffered(string body)
    {
        Assert.Empty(await FixVerifier<DecideOnFinishReasonAnalyzer, DecideAfterLoopCodeFix>.OfferedAsync(Sample.WithBody(body)));
    }
}
