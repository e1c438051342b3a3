using OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1005_CheckCompletion;

public sealed class CheckCompletionCodeFixTests
{
    [Fact]
    public Task Locals_AreCheckedBehindTheCall() => VerifyAsync(
        """
            async Task<string?> Run(Pen pen, string question)
            {
                // Ask.
                var result = await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // as it is
                    .[|SendAsync|](); // sent
                Show(result.Choices[0].Message.Content);

                ChatAnswer answer;
                try
                {
                    answer = await Ask.StreamAsync().[|CollectAsync|]().ConfigureAwait(false);
                }
                catch (OpenRouterException)
                {
                    return null;
                }

                var letter = await pen.[|FinishAsync|](); /* read */ return answer.Text + letter.Words;
            }
        """,
        """
            async Task<string?> Run(Pen pen, string question)
            {
                // Ask.
                var result = await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // as it is
                    .SendAsync(); // sent
                if (result.Choices is [{ FinishReason: { } finish }, ..] && (finish == FinishReason.Length || finish == FinishReason.ContentFilter))
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                }

                Show(result.Choices[0].Message.Content);

                ChatAnswer answer;
                try
                {
                    answer = await Ask.StreamAsync().CollectAsync().ConfigureAwait(false);
                    if (answer.FinishReason is "length" or "content_filter")
                    {
                        throw new InvalidOperationException($"The answer is not complete: it ended with '{answer.FinishReason}'.");
                    }
                }
                catch (OpenRouterException)
                {
                    return null;
                }

                var letter = await pen.FinishAsync(); if (letter.StopCause is "length" or "content_filter") { throw new InvalidOperationException($"The answer is not complete: it ended with '{letter.StopCause}'."); } /* read */ return answer.Text + letter.Words;
            }
        """);

    [Fact]
    public Task DirectUses_GetALocal() => VerifyAsync(
        """
            async Task<string?> Run(Pen pen, string question)
            {
                // The first.
                var text = (await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // as it is
                    .[|SendAsync|]()).Choices[0].Message.Content?.ToString() ?? ""; // or nothing
                // The second.
                _history.Add((await pen.[|FinishAsync|]().ConfigureAwait(false)).Words.Trim());
                if ((await pen.[|FinishAsync|]()).Words == text) return text;

                return $"{text}: {(await Ask.StreamAsync().[|CollectAsync|]()).Text}";
            }
        """,
        """
            async Task<string?> Run(Pen pen, string question)
            {
                // The first.
                var result = await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // as it is
                    .SendAsync();
                if (result.Choices is [{ FinishReason: { } finish }, ..] && (finish == FinishReason.Length || finish == FinishReason.ContentFilter))
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{finish}'.");
                }

                var text = result.Choices[0].Message.Content?.ToString() ?? ""; // or nothing
                // The second.
                var answer = await pen.FinishAsync().ConfigureAwait(false);
                if (answer.StopCause is "length" or "content_filter")
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{answer.StopCause}'.");
                }

                _history.Add(answer.Words.Trim());
                var result2 = await pen.FinishAsync();
                if (result2.StopCause is "length" or "content_filter")
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{result2.StopCause}'.");
                }

                if (result2.Words == text) return text;

                var result3 = await Ask.StreamAsync().CollectAsync();
                if (result3.FinishReason is "length" or "content_filter")
                {
                    throw new InvalidOperationException($"The answer is not complete: it ended with '{result3.FinishReason}'.");
                }

                return $"{text}: {result3.Text}";
            }
        """);

    [Theory]
    // The call is not awaited where it stands.
    [InlineData("var task = Say.[|SendAsync|](); Show((await task).Choices[0].Message.Content);")]
    [InlineData("Show(Say.[|SendAsync|]().Result.Choices[0].Message.Content);")]
    // Something else would be done before.
    [InlineData("Show(Next() + (await pen.[|FinishAsync|]()).Words); int Next() => 1;")]
    [InlineData("if (flag && (await pen.[|FinishAsync|]()).Words == \"\") Show(1);")]
    [InlineData("var first = 1; var one = ++first; string a = \"\" + one, b = (await pen.[|FinishAsync|]()).Words; Show(a + b);")]
    [InlineData("Show(flag ? (await pen.[|FinishAsync|]()).Words : null);")]
    [InlineData("while ((await pen.[|FinishAsync|]()).Words == \"\") Show(1);")]
    [InlineData("do { Show(1); } while ((await pen.[|FinishAsync|]()).Words == \"\");")]
    [InlineData("var all = \"\"; all += (await pen.[|FinishAsync|]()).Words; Show(all);")]
    // There is no place beside the statement.
    [InlineData("if (flag) Show((await pen.[|FinishAsync|]()).Words);")]
    [InlineData("if (flag) Show(1); else if ((await pen.[|FinishAsync|]()).Words == \"\") Show(2);")]
    [InlineData("Func<Task<string>> ask = async () => (await pen.[|FinishAsync|]()).Words; Show(await ask());")]
    // A comment stands where the local would be.
    [InlineData("Show((/* now */ await pen.[|FinishAsync|]()).Words);")]
    public async Task NoSafeChange_IsNotOffered(string body)
    {
        Assert.Empty(await FixVerifier<CheckCompletionAnalyzer, CheckCompletionCodeFix>.OfferedAsync(Sample.WithBody(body)));
    }

    [Fact]
    public async Task ExpressionBody_IsNotOffered()
    {
        Assert.Empty(await FixVerifier<CheckCompletionAnalyzer, CheckCompletionCodeFix>.OfferedAsync(
            Sample.With("async Task<string> Run(Pen pen) => (await pen.[|FinishAsync|]()).Words;")));
    }

    [Fact]
    public async Task ReasonWithoutKnownNames_IsNotOffered()
    {
        Assert.Empty(await FixVerifier<CheckCompletionAnalyzer, CheckCompletionCodeFix>.OfferedAsync(Sample.With("""
            enum Ending { Good, Bad }
            class Reply { [ModelText] public string Text => ""; [FinishReason] public Ending Ending => default; }
            [SendingMethod] static Task<Reply> SendAsync() => Task.FromResult(new Reply());
            async Task Run() { var reply = await [|SendAsync|](); Show(reply.Text); }
            """)));
    }

    private static Task VerifyAsync(string before, string after)
    {
        return FixVerifier<CheckCompletionAnalyzer, CheckCompletionCodeFix>.VerifyAsync(Sample.With(before), Sample.With(after), CheckCompletionCodeFix.EquivalenceKey);
    }
}
