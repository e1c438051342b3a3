using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1001_ObserveFinishReason;

public sealed class CollectAnswerCodeFixTests
{
    [Fact]
    public Task Append_BecomesCollect() => VerifyAsync(
        """
            async Task Run()
            {
                // The answer.
                await foreach (var chunk in Ask.[|StreamAsync|]())
                {
                    _text.Append(chunk.Choices?.FirstOrDefault()?.Delta?.Content);
                } // done

                Show(_text);
            }
        """,
        """
            async Task Run()
            {
                // The answer.
                var answer = await Ask.StreamAsync().CollectAsync();
                _text.Append(answer.Text); // done

                Show(_text);
            }
        """);

    [Fact]
    public Task Configuration_IsKept() => VerifyAsync(
        """
            async Task Run(CancellationToken token)
            {
                var text = "";
                var stream = Ask
                    .WithTemperature(1)
                    .StreamAsync();
                await foreach (var chunk in [|stream|].WithCancellation(token).ConfigureAwait(false)) text += chunk.Choices![0].Delta!.Reasoning;
            }
        """,
        """
            async Task Run(CancellationToken token)
            {
                var text = "";
                var stream = Ask
                    .WithTemperature(1)
                    .StreamAsync();
                var answer = await stream.CollectAsync(token).ConfigureAwait(false);
                text += answer.Reasoning;
            }
        """);

    [Fact]
    public Task SeveralLoops_GetNamesOfTheirOwn() => VerifyAsync(
        """
            async Task Run()
            {
                await foreach (var chunk in Ask.[|StreamAsync|]()) _text.Append(chunk.Choices?[0].Delta?.Content);
                await foreach (var chunk in Ask.[|StreamAsync|]()) _text.Append(chunk.Choices?[0].Delta?.Content);
            }
        """,
        """
            async Task Run()
            {
                var answer = await Ask.StreamAsync().CollectAsync();
                _text.Append(answer.Text);
                var answer2 = await Ask.StreamAsync().CollectAsync();
                _text.Append(answer2.Text);
            }
        """);

    [Theory]
    [InlineData("await foreach (var chunk in Ask.[|StreamAsync|]()) { Console.Write(chunk.Choices?[0].Delta?.Content); }")]
    [InlineData("await foreach (var chunk in Ask.[|StreamAsync|]()) { _text.Append(chunk.Choices?[0].Delta?.Content); Show(_text); }")]
    [InlineData("await foreach (var chunk in Ask.[|StreamAsync|]()) { _text.Append(chunk.Choices?[0].Delta?.Content + \"!\"); }")]
    [InlineData("await foreach (var chunk in Ask.[|StreamAsync|]()) { /* why */ _text.Append(chunk.Choices?[0].Delta?.Content); }")]
    [InlineData("await foreach (var chunk in Ask.[|StreamAsync|]().Skip(1)) { _text.Append(chunk.Choices?[0].Delta?.Content); }")]
    [InlineData("await foreach (var fragment in new Pen().[|WriteAsync|]()) { _text.Append(fragment.Words); }")]
    public async Task Loop_ThatDoesMore_IsNotOffered(string loop)
    {
        Assert.Empty(await FixVerifier<ObserveFinishReasonAnalyzer, CollectAnswerCodeFix>.OfferedAsync(Sample.With("async Task Run() { " + loop + " }")));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<ObserveFinishReasonAnalyzer, CollectAnswerCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), CollectAnswerCodeFix.EquivalenceKey);
    }
}
