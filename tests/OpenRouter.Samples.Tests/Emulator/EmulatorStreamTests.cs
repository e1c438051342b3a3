using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>Streamed answers of the emulator.</summary>
public sealed class EmulatorStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_OnTheWire_IsWhatOpenRouterSends()
    {
        var wire = await Reply.Pieces("Hi", " you").WithKeepAlives(2).WireAsync();

        var lines = wire.Split("\n\n");
        Assert.Equal([": OPENROUTER PROCESSING", ": OPENROUTER PROCESSING"], lines[..2]);
        Assert.Equal(["data: [DONE]", ""], lines[^2..]);
        var chunks = lines[2..^2];
        Assert.Equal(4, chunks.Length);
        Assert.All(chunks, chunk => Assert.Contains("\"id\":\"gen-1767225601-Emulated000000000001\"", chunk, StringComparison.Ordinal));
        Assert.All(chunks, chunk => Assert.Contains("\"provider\":\"Emulator\"", chunk, StringComparison.Ordinal));
        Assert.All(chunks, chunk => Assert.Contains("\"role\":\"assistant\"", chunk, StringComparison.Ordinal));
        Assert.All(chunks[..2], chunk => Assert.Contains("\"finish_reason\":null,\"native_finish_reason\":null", chunk, StringComparison.Ordinal));
        Assert.All(chunks[2..], chunk => Assert.Contains("\"finish_reason\":\"stop\"", chunk, StringComparison.Ordinal));
        Assert.All(chunks[2..], chunk => Assert.Contains("\"native_finish_reason\":\"end_turn\"", chunk, StringComparison.Ordinal));
        Assert.Contains("\"usage\":{", Assert.Single(chunks, chunk => chunk.Contains("usage", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_Twice_IsTheSame() => Assert.Equal(await Reply.Story.WireAsync(), await Reply.Story.WireAsync());

    [Fact]
    public async Task Stream_Collected_HasTextFinishUsageAndCost()
    {
        var answer = await Reply.Pieces("Hi", " you").WithUsage(3, 2, 0.0000123m).WithProvider("P").AnswerAsync();

        Assert.Equal((AnswerOutcome.Completed, "Hi you", "stop", "end_turn", "P"), (answer.Outcome, answer.Text, answer.FinishReason, answer.NativeFinishReason, answer.Provider));
        Assert.Equal((3L, 2L, 5L, 0.0000123m), (answer.Usage!.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.TotalTokens, answer.Usage.Cost));
        Assert.Equal("gen-1767225601-Emulated000000000001", answer.GenerationId);
        Assert.True(answer.DoneSeen);
    }

    [Fact]
    public async Task Stream_InALoop_EndsInOneChunk()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Pieces("Hi", " you"));
        var chunks = new List<StreamingChatResponse>();

        await foreach (var chunk in emulator.Stream())
        {
            chunks.Add(chunk);
        }

        Assert.Equal(3, chunks.Count);
        Assert.Equal("stop", chunks[^1].Choices![0].FinishReason?.Value);
        Assert.NotNull(chunks[^1].Usage);
        Assert.All(chunks[..2], chunk => Assert.Null(chunk.Usage));
    }

    [Theory]
    [InlineData(UsageShape.RepeatsFinish)]
    [InlineData(UsageShape.NullFinish)]
    [InlineData(UsageShape.EmptyChoices)]
    [InlineData(UsageShape.Absent)]
    public async Task Stream_UsageInAnyShape_Completes(UsageShape shape)
    {
        var answer = await Reply.Pieces("Hi").WithUsageShape(shape).AnswerAsync();

        Assert.Equal((AnswerOutcome.Completed, "stop"), (answer.Outcome, answer.FinishReason));
        Assert.Equal(shape == UsageShape.Absent, answer.Usage is null);
    }

    [Fact]
    public async Task Stream_ToolCalls_ComeInPiecesAndWhole()
    {
        var answer = await Reply.ToolCall("add", """{"a": 1, "b": 2}""").WithToolCall("stop", "{}").AnswerAsync();

        Assert.Equal("tool_calls", answer.FinishReason);
        Assert.Equal(
            [new ToolCall("call_emulated_0", "add", """{"a": 1, "b": 2}""", IsComplete: true), new ToolCall("call_emulated_1", "stop", "{}", IsComplete: true)],
            answer.ToolCalls);
    }

    [Fact]
    public async Task Stream_Reasoning_CanBeSentBack()
    {
        var answer = await Reply.Text("Four.").WithReasoning("Two and two", "sig").AnswerAsync();

        Assert.Equal(("Four.", "Two and two"), (answer.Text, answer.Reasoning));
        var detail = Assert.Single(answer.ReasoningDetails);
        Assert.Equal("Two and two", detail.GetProperty("text").GetString());
        Assert.Equal("sig", detail.GetProperty("signature").GetString());
        Assert.Equal(3, answer.Usage!.ReasoningTokens);
    }

    [Fact]
    public async Task Stream_MaxTokens_CutsTheAnswer()
    {
        using var emulator = new OpenRouterEmulator();
        using var client = emulator.CreateClient();

        var answer = await client.Question().WithMaxTokens(3).StreamAsync(Token).CollectAsync(Token);

        Assert.Equal(("The lighthouse", "length"), (answer.Text, answer.FinishReason));
    }

    [Fact]
    public async Task Stream_SlicedByteByByte_IsTheSame()
    {
        var answer = await Reply.Text("Grüße, 世界 🌍!").InSlicesOf(1).AnswerAsync();

        Assert.Equal((AnswerOutcome.Completed, "Grüße, 世界 🌍!"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task Script_Replies_AreUsedInOrderThenTheStory()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text("One")).Next(request => Reply.Text("Asked by " + request.Body.GetProperty("model").GetString()));

        string[] texts = [await Text(), await Text(), await Text()];

        Assert.Equal(["One", "Asked by emulator/storyteller"], texts[..2]);
        Assert.StartsWith("The lighthouse", texts[2], StringComparison.Ordinal);
        async Task<string> Text() => (await emulator.Stream().CollectAsync(Token)).Text;
    }
}
