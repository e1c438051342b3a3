using OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1003_ReadUsageChunk;

public sealed class ReadOnCodeFixTests
{
    [Theory]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason is { } reason) { Show(reason); [|break;|] } /* kept */", "if (chunk.Choices?.FirstOrDefault()?.FinishReason is { } reason) { Show(reason); } /* kept */")]
    [InlineData("Show(chunk); if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]", "Show(chunk);")]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] Show(chunk);", " Show(chunk);")]
    public Task OneLine_GoesOn(string round, string expected) => VerifyAsync(Sample.WithRound(round), Sample.WithRound(expected));

    [Fact]
    public Task Lines_GoOn() => VerifyAsync(
        Sample.With("""
                static async Task Run(StreamingChatBuilder ask, Pen pen)
                {
                    await foreach (var chunk in ask.StreamAsync().AsReceived())
                    {
                        // The reason.
                        if (chunk.Choices?.FirstOrDefault()?.FinishReason is { } reason)
                        {
                            // It is shown.
                            Show(reason); // at once
                            [|break;|] // done
                        }

                        Show(chunk.Id);
                    }

                    await foreach (var scrap in pen.ScribbleAsync())
                    {
                        Show(scrap);

                        if (scrap.Strips.FirstOrDefault()?.Cause != null)
                        {
                            [|break;|]
                        }
                    }

                    await foreach (var scrap in pen.ScribbleAsync())
                    {
                        if (scrap.Strips.FirstOrDefault()?.Cause == null)
                        {
                            continue;
                        }

                        Show(scrap);
                        [|break;|]
                    }
                }
            """),
        Sample.With("""
                static async Task Run(StreamingChatBuilder ask, Pen pen)
                {
                    await foreach (var chunk in ask.StreamAsync().AsReceived())
                    {
                        // The reason.
                        if (chunk.Choices?.FirstOrDefault()?.FinishReason is { } reason)
                        {
                            // It is shown.
                            Show(reason); // at once
                            // done
                        }

                        Show(chunk.Id);
                    }

                    await foreach (var scrap in pen.ScribbleAsync())
                    {
                        Show(scrap);
                    }

                    await foreach (var scrap in pen.ScribbleAsync())
                    {
                        if (scrap.Strips.FirstOrDefault()?.Cause == null)
                        {
                            continue;
                        }

                        Show(scrap);
                    }
                }
            """));

    [Theory]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|return;|]")]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) { /* why */ [|break;|] }")]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] else Show(1);")]
    [InlineData("if (_text.Append('x').Length > 0 && chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]")]
    [InlineData("Show(chunk.Choices![0].Delta); if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]")]
    [InlineData("if (chunk is not { Choices: [{ FinishReason: null } first, ..] }) { if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) { Show(1); [|break;|] } else { continue; } } Show(first);")]
    public async Task NoSafeChange_IsNotOffered(string round)
    {
        Assert.Empty(await FixVerifier<ReadUsageChunkAnalyzer, ReadOnCodeFix>.OfferedAsync(Sample.WithRound(round)));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        return FixVerifier<ReadUsageChunkAnalyzer, ReadOnCodeFix>.VerifyAsync(source, expected, ReadOnCodeFix.EquivalenceKey);
    }
}
