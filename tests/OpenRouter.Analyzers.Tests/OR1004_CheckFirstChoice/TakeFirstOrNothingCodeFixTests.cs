using OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1004_CheckFirstChoice;

public sealed class TakeFirstOrNothingCodeFixTests
{
    [Theory]
    [InlineData("Show(chunk.Choices![|[0]|].Delta?.Content); // kept", "Show(chunk.Choices?[0].Delta?.Content); // kept")]
    [InlineData("Show(chunk.Choices![|[0]|].Delta!.Content!);", "Show(chunk.Choices?[0].Delta!.Content!);")]
    [InlineData("Show(chunk.Choices!.[|First|]().Delta?.Content);", "Show(chunk.Choices?.First().Delta?.Content);")]
    [InlineData("if (chunk.Choices![|[0]|].FinishReason != null) Show(1);", "if (chunk.Choices?[0].FinishReason != null) Show(1);")]
    [InlineData("Show(raw.Choices?[|[0]|].Delta?.Content);", "Show(raw.Choices?.FirstOrDefault()?.Delta?.Content);")]
    [InlineData("Show(raw.Choices?.[|First|]().Delta?.Content);", "Show(raw.Choices?.FirstOrDefault()?.Delta?.Content);")]
    [InlineData("Show(raw.Choices!.[|Single|]().Delta?.Content);", "Show(raw.Choices?.SingleOrDefault()?.Delta?.Content);")]
    [InlineData("Show(scrap.Strips[|[0]|] /* one */ .Words);", "Show(scrap.Strips.FirstOrDefault() /* one */ ?.Words);")]
    [InlineData("Show(scrap.Strips[|[1]|].Words + scrap.Strips[|[0]|].Words);", "Show(scrap.Strips.ElementAtOrDefault(1)?.Words + scrap.Strips.FirstOrDefault()?.Words);")]
    [InlineData("Show(result.Choices[|[0]|].Message.Content);", "Show(result.Choices.FirstOrDefault()?.Message.Content);")]
    public Task Chain_ReadsOnThroughQuestionMark(string body, string expected) => VerifyAsync(Sample.WithBody(body), Sample.WithBody(expected));

    [Fact]
    public Task Local_BecomesListPattern() => VerifyAsync(
        Sample.With("""
                static async Task Run(StreamingChatBuilder ask, Pen pen)
                {
                    await foreach (var chunk in ask.StreamAsync())
                    {
                        // The only one.
                        var choice = chunk.Choices![|[0]|]; // of many
                        Show(choice.Delta?.Content);
                    }

                    await foreach (var chunk in ask.StreamAsync().AsReceived())
                    {
                        Show(chunk.Usage);
                        var choice = chunk.Choices?[|[0]|];

                        Show(choice?.Delta?.Content);
                    }

                    await foreach (var scrap in pen.ScribbleAsync()) { var strip = scrap.Strips.[|First|](); Show(strip.Words); }
                }
            """),
        Sample.With("""
                static async Task Run(StreamingChatBuilder ask, Pen pen)
                {
                    await foreach (var chunk in ask.StreamAsync())
                    {
                        // The only one.
                        if (chunk.Choices is not [var choice, ..])
                        {
                            continue;
                        }
             // of many
                        Show(choice.Delta?.Content);
                    }

                    await foreach (var chunk in ask.StreamAsync().AsReceived())
                    {
                        Show(chunk.Usage);
                        if (chunk.Choices is not [var choice, ..])
                        {
                            continue;
                        }

                        Show(choice?.Delta?.Content);
                    }

                    await foreach (var scrap in pen.ScribbleAsync()) { if (scrap.Strips is not [var strip, ..]) { continue; } Show(strip.Words); }
                }
            """));

    [Theory]
    [InlineData("long index = chunk.Choices![|[0]|].Index; Show(index);")]
    [InlineData("Show(chunk.Choices![|[0]|]);")]
    [InlineData("var choice = chunk.Choices![|[0]|]; Show(choice.Delta); Show(chunk.Usage);")]
    [InlineData("var choice = /* why */ chunk.Choices!/* so */[|[0]|]; Show(choice.Delta);")]
    [InlineData("Show(scrap.Strips[|[0]|]!.Words);")]
    public async Task NoSafeChange_IsNotOffered(string body)
    {
        Assert.Empty(await FixVerifier<CheckFirstChoiceAnalyzer, TakeFirstOrNothingCodeFix>.OfferedAsync(Sample.WithBody(body)));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        return FixVerifier<CheckFirstChoiceAnalyzer, TakeFirstOrNothingCodeFix>.VerifyAsync(source, expected, TakeFirstOrNothingCodeFix.EquivalenceKey);
    }
}
