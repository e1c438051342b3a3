using System.Globalization;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Every recorded chat stream ends as the index of the recordings says.</summary>
public sealed class RecordedChatTests
{
    private const string Folder = "openrouter-real";

    public static TheoryData<string> Files => SharedFiles.Names("streams/" + Folder, "or-chat-*.sse");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_Whole_EndsAsIndexed(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var index = StreamIndex.Of(file);
        var wire = WireReference.Of(player.Handler.Body.Span);

        var (answer, failure) = await player.RunAsync();

        Assert.Equal(index.HasError ? AnswerOutcome.Failed : AnswerOutcome.Completed, answer.Outcome);
        Assert.Equal(index.HasError, failure is not null);
        Assert.Equal(index.Finish, answer.FinishReason);
        Assert.Equal(index.Native, answer.NativeFinishReason);
        Assert.Equal(index.Model, answer.Model);
        Assert.Equal(index.Provider, answer.Provider);
        Assert.Equal(wire.Top("id"), answer.GenerationId);
        Assert.Equal(wire.Last.Text, answer.Text);
        Assert.Equal(index.HasUsage, answer.Usage is not null);
        AssertUsage(wire.Usage!.Value, answer.Usage!);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_Whole_GivesReasoningAndToolCalls(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var wire = WireReference.Of(player.Handler.Body.Span);

        var (answer, failure) = await player.RunAsync();

        Assert.Equal(wire.Joined("reasoning"), answer.Reasoning);
        Assert.Equal(
            wire.ToolCalls().Select(static call => (call.Id, call.Name, call.Arguments.Trim() is "" ? "{}" : call.Arguments)),
            answer.ToolCalls.Select(static call => (call.Id, call.Name, call.Arguments)));
        Assert.All(answer.ToolCalls, call =>
        {
            Assert.Equal(failure is null, call.IsComplete);
            using var arguments = JsonDocument.Parse(call.Arguments);
            Assert.Equal(JsonValueKind.Object, arguments.RootElement.ValueKind);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_ByteByByte_GivesTheSameAnswer(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var whole = AnswerPrint.Of((await player.RunAsync()).Answer);

        player.Handler.SliceBytes = 1;

        Assert.Equal(whole, AnswerPrint.Of((await player.RunAsync()).Answer));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_AsChunks_EndsInOneChunk(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var index = StreamIndex.Of(file);
        var wire = WireReference.Of(player.Handler.Body.Span);
        var chunks = new List<StreamingChatResponse>();
        OpenRouterException? failure = null;
        try
        {
            await foreach (var chunk in player.Open())
            {
                chunks.Add(chunk);
            }
        }
        catch (OpenRouterException exception)
        {
            failure = exception;
        }

        Assert.All(chunks, static chunk => Assert.NotEqual(0, chunk.Choices?.Count));
        Assert.Equal(index.HasError, failure is not null);
        if (failure is not null)
        {
            Assert.DoesNotContain(chunks, static chunk => chunk.Choices?.Any(static choice => choice.FinishReason is not null) == true);
            Assert.Equal(wire.Last.Text, failure.Partial?.Text);
            return;
        }

        Assert.Equal(wire.Last.Text, string.Concat(chunks.Select(static chunk => chunk.Choices?[0].Delta?.Content)));
        var finishes = chunks.Where(static chunk => chunk.Choices?.Any(static choice => choice.FinishReason is not null) == true).ToList();
        Assert.Equal(index.Finish is null ? 0 : 1, finishes.Count);
        Assert.Equal(index.Finish, chunks[^1].Choices![0].FinishReason?.Value);
        Assert.Equal(index.Native, chunks[^1].Choices![0].NativeFinishReason);
        Assert.Equal(wire.Usage!.Value.GetProperty("total_tokens").GetInt64(), chunks[^1].Usage?.TotalTokens);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_AsReceived_GivesEveryEvent(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var index = StreamIndex.Of(file);
        var stream = player.Open().AsReceived();
        var comments = 0;
        stream.OnKeepAlive = _ => comments++;
        var chunks = new List<StreamingChatResponse>();
        try
        {
            await foreach (var chunk in stream)
            {
                chunks.Add(chunk);
            }
        }
        catch (OpenRouterException) when (index.HasError)
        {
            // The chunk with the error is thrown, not delivered.
        }

        Assert.Equal(index.Events - 1 - (index.HasError ? 1 : 0), chunks.Count);
        Assert.Equal(index.Comments, comments);
    }

    [Fact]
    public async Task Recording_WithErrorAfterFinish_ThrowsTheErrorWithWhatHadArrived()
    {
        using var player = ChatPlayer.OfFile(Folder, "or-chat-midstream-error-400.sse");

        var (_, failure) = await player.RunAsync();

        Assert.IsNotType<StreamInterruptedException>(failure);
        Assert.Equal(400, failure!.StatusCode);
        Assert.Contains("Token limit reached", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Minimax", failure.ProviderName);
        Assert.NotNull(failure.Partial?.Usage);
        Assert.Equal(failure.Partial.GenerationId, failure.GenerationId);
        Assert.False(failure.IsTransient);
    }

    private static void AssertUsage(JsonElement wire, TokenUsage usage)
    {
        Assert.Equal(wire.GetProperty("prompt_tokens").GetInt64(), usage.PromptTokens);
        Assert.Equal(wire.GetProperty("completion_tokens").GetInt64(), usage.CompletionTokens);
        Assert.Equal(wire.GetProperty("total_tokens").GetInt64(), usage.TotalTokens);
        Assert.Equal(Number(wire, "cost"), usage.Cost);
        Assert.Equal((long?)Number(WireReference.Member(wire, "completion_tokens_details"), "reasoning_tokens"), usage.ReasoningTokens);
        Assert.Equal((long?)Number(WireReference.Member(wire, "prompt_tokens_details"), "cached_tokens"), usage.CachedTokens);
    }

    private static decimal? Number(JsonElement parent, string name)
        => WireReference.Member(parent, name) is { ValueKind: JsonValueKind.Number } value
            ? decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
