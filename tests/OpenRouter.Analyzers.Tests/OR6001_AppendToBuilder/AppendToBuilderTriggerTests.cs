using OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;
using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR6001_AppendToBuilder;

public sealed class AppendToBuilderTriggerTests
{
    /// <summary>Bodies of a method with a local <c>text</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "sum", "await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content;" },
        { "sum of a default", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] += chunk.Choices?.FirstOrDefault()?.Delta?.Content ?? \"\"; }" },
        { "through a local", "await foreach (var chunk in Ask.StreamAsync()) { var piece = chunk.Choices?[0].Delta?.Content; if (!string.IsNullOrEmpty(piece)) { [|text|] += piece; Console.Write(piece); } }" },
        { "through a pattern", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Choices is [{ Delta.Content: { } piece }, ..]) [|text|] += piece; }" },
        { "written out", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] = text + chunk.Choices?[0].Delta?.Content; }" },
        { "written out, more", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] = text + \" \" + chunk.Choices?[0].Delta?.Content; }" },
        { "interpolated", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] = $\"{text}{chunk.Choices?[0].Delta?.Content}\"; }" },
        { "Concat", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] = string.Concat(text, chunk.Choices?[0].Delta?.Content); }" },
        { "changed on the way", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] += chunk.Choices?[0].Delta?.Content?.Replace(\"a\", \"b\"); }" },
        { "interpolated piece", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] += $\"<b>{chunk.Choices?[0].Delta?.Content}</b>\"; }" },
        { "reasoning", "await foreach (var chunk in Ask.StreamAsync()) { [|text|] += chunk.Choices?[0].Delta?.Reasoning; }" },
        { "text view", "await foreach (var piece in Ask.StreamAsync().TextAsync()) [|text|] += piece;" },
        { "text view, configured", "await foreach (var piece in Ask.StreamAsync().TextAsync().WithCancellation(default).ConfigureAwait(false)) [|text|] += piece;" },
        { "choices", "await foreach (var chunk in Ask.StreamAsync()) { foreach (var choice in chunk.Choices ?? []) [|text|] += choice.Delta?.Content; }" },
        { "enumerator", "await using var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { [|text|] += chunks.Current.Choices?[0].Delta?.Content; }" },
        { "async LINQ", "await foreach (var chunk in Ask.StreamAsync().Where(chunk => chunk.Id is not null)) { [|text|] += chunk.Choices?[0].Delta?.Content; }" },
        { "lambda of each round", "await foreach (var chunk in Ask.StreamAsync()) { await Invoke(() => { [|text|] += chunk.Choices?[0].Delta?.Content; }); }" },
        { "event", "await foreach (var message in _client.Responses.StreamResponseAsync(\"q\")) { if (message.TryGetTextDeltaEvent(out var delta)) [|text|] += delta?.Delta; }" },
        { "not at the end", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Choices?[0] is not { } choice) continue; [|text|] += choice.Delta?.Content; if (choice.FinishReason is not null) { Show(choice.FinishReason); } }" },
        { "field", "await foreach (var chunk in Ask.StreamAsync()) { [|_answer|] += chunk.Choices?[0].Delta?.Content; }" },
        { "property", "await foreach (var chunk in Ask.StreamAsync()) { [|Answer|] += chunk.Choices?[0].Delta?.Content; }" },
        { "property of another object", "await foreach (var chunk in Ask.StreamAsync()) { [|_other.Answer|] += chunk.Choices?[0].Delta?.Content; }" },
        { "emptied before the loop", "_answer = \"\"; await foreach (var chunk in Ask.StreamAsync()) { [|_answer|] += chunk.Choices?[0].Delta?.Content; }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Sum_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(Sample.With(
            "static Task Invoke(Action work) { work(); return Task.CompletedTask; }\n"
            + "string _answer = \"\"; string Answer { get; set; } = \"\"; Sample _other = new();\n"
            + "async Task<string> Run() { var text = \"\"; " + body + " return text + _answer; }"));
    }

    [Fact]
    public Task Parameter_OfAnotherClient_Triggers() => RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(Sample.With("""
        async Task<string> Run(Pen pen, string text)
        {
            await foreach (var fragment in pen.WriteAsync())
            {
                [|text|] += fragment.Words;
            }

            return text;
        }
        """));

    [Fact]
    public Task Component_Triggers() => RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(
        """
        class Chat(IOpenRouterClient client) : Microsoft.AspNetCore.Components.ComponentBase
        {
            private string streamingResponse = string.Empty;
            private int chunks;

            private async Task Send(string message)
            {
                streamingResponse = string.Empty;
                try
                {
                    await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(message).StreamAsync())
                    {
                        if (chunk.Choices?.Any() == true)
                        {
                            var deltaContent = chunk.Choices[0].Delta?.Content;
                            if (!string.IsNullOrEmpty(deltaContent))
                            {
                                [|streamingResponse|] += deltaContent;
                                chunks++;
                                if (chunks % 3 == 0)
                                {
                                    StateHasChanged();
                                }
                            }
                        }
                    }
                }
                catch (OperationCanceledException)
                {
                    streamingResponse += "\n\n[Response cancelled by user]";
                }
                catch (Exception ex)
                {
                    streamingResponse = $"Error: {ex.Message}";
                }
            }
        }
        """,
        TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, BlazorStub.Source] });
}
