using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Seed;

/// <summary>The call pattern of the guide is right, not only compilable: each behaviour that makes it so.</summary>
public sealed class SeedBehaviourTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();
    private readonly OpenRouterClient _client;

    public SeedBehaviourTests() => _client = _emulator.CreateClient(options => options.Retries = RetryOptions.None);

    public static TheoryData<StreamErrorShape> ErrorShapes => [.. Enum.GetValues<StreamErrorShape>()];

    public static TheoryData<UsageShape> UsageShapes => [.. Enum.GetValues<UsageShape>()];

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [MemberData(nameof(UsageShapes))]
    public async Task BreakAtFinish_OfAnyUsageShape_LosesNothing(UsageShape shape)
    {
        _emulator.Next(Reply.Text("One two three four.").WithUsage(5, 4, 0.25m).WithUsageShape(shape));

        var (text, end) = await RunSampleAsync();

        Assert.Equal("One two three four.", text);
        Assert.Equal("stop", end!.Choices![0].FinishReason.ToString());
        Assert.Equal(shape == UsageShape.Absent ? null : 9, end.Usage?.TotalTokens);
        Assert.Equal(shape == UsageShape.Absent ? null : 0.25m, end.Usage?.Cost);
        Assert.False(_emulator.Requests[0].Aborted);
    }

    [Theory]
    [MemberData(nameof(UsageShapes))]
    public async Task Chunks_OfAnyUsageShape_FinishOnceAndNeverHaveAnEmptyList(UsageShape shape)
    {
        _emulator.Next(Reply.Text("One two three.").WithUsageShape(shape));
        var finishes = 0;

        await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("gpt-3.5-turbo").AddUserMessage("Hi").WithTemperature(0.7).StreamAsync())
        {
            // The expression of the guide: it throws when the list is empty.
            if (chunk.Choices?[0].FinishReason != null)
            {
                finishes++;
            }
        }

        Assert.Equal(1, finishes);
    }

    [Theory]
    [MemberData(nameof(ErrorShapes))]
    public async Task Error_InTheStream_ThrowsWithWhatHadArrived(StreamErrorShape shape)
    {
        _emulator.Next(Reply.Pieces("Half ", "of ", "it").WithStreamError(shape, afterPieces: 2));

        var failure = await Assert.ThrowsAsync<OpenRouterException>(RunSampleAsync);

        Assert.StartsWith("Half of ", failure.Partial?.Text, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Message);
    }

    [Theory]
    [InlineData(CutKind.Silent)]
    [InlineData(CutKind.Reset)]
    public async Task Connection_LostInTheStream_ThrowsInterruption(CutKind kind)
    {
        _emulator.Next(Reply.Pieces("Half ", "of ", "it").CutAfterPieces(2, kind));

        var failure = await Assert.ThrowsAsync<StreamInterruptedException>(RunSampleAsync);

        Assert.Equal("Half of ", failure.Partial?.Text);
        Assert.NotNull(failure.GenerationId);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Answer_WithoutAFinishReasonAndUsage_IsNeverTakenForComplete()
    {
        _emulator.Next(Reply.Text("Some text").WithFinish(null).WithUsageShape(UsageShape.Absent));

        await Assert.ThrowsAsync<StreamInterruptedException>(RunSampleAsync);
    }

    [Fact]
    public async Task Break_BeforeTheEnd_AbortsTheRequest()
    {
        _emulator.Next(Reply.Pieces("One ", "two ", "three").CutAfterPieces(2, CutKind.Stall));

        await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("gpt-3.5-turbo").AddUserMessage("Hi").StreamAsync())
        {
            if (chunk.Choices?[0].Delta?.Content is { Length: > 0 })
            {
                break;
            }
        }

        await _emulator.Requests[0].Ended;
        Assert.True(_emulator.Requests[0].Aborted);
    }

    [Fact]
    public async Task Token_CancelledInTheStream_SurfacesAsItself()
    {
        _emulator.Next(Reply.Pieces("One ", "two ", "three").CutAfterPieces(2, CutKind.Stall));
        using var source = new CancellationTokenSource();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("gpt-3.5-turbo").AddUserMessage("Hi").StreamAsync(source.Token))
            {
                if (chunk.Choices?[0].Delta?.Content is { Length: > 0 })
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal(source.Token, exception.CancellationToken);
        await _emulator.Requests[0].Ended;
        Assert.True(_emulator.Requests[0].Aborted);
    }

    [Fact]
    public async Task SystemMessage_AddedAfterTheUser_IsSentFirst()
    {
        var streamingRequest = _client.Chat
            .CreateStreamingChatCompletion("gpt-3.5-turbo")
            .AddUserMessage("Hi")
            .WithTemperature(0.7)
            .WithMaxTokens(500);
        streamingRequest = streamingRequest.AddSystemMessage("Be brief.").AddSystemMessage("Be kind.");

        await streamingRequest.StreamAsync().CollectAsync();

        var body = _emulator.Requests[0].Body;
        Assert.Equal(["system", "system", "user"], body.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()));
        Assert.Equal(["Be brief.", "Be kind.", "Hi"], body.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("content").GetString()));
        Assert.Equal(500, body.GetProperty("max_tokens").GetInt32());
        Assert.Equal(0.7, body.GetProperty("temperature").GetDouble());
    }

    [Fact]
    public void Transport_OfItsOwn_HasNoTimeoutAndKeepsRedirectsAndDrainOff()
    {
        // The 100 seconds of HttpClient would cut a stream; there is no other way to see them than to look or to wait.
        using var client = new OpenRouterClient("sk-or-v1-test");

        var http = Assert.Single(Reachable(client).OfType<HttpClient>());
        var handler = Assert.Single(Reachable(client).OfType<SocketsHttpHandler>());

        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
        Assert.False(handler.AllowAutoRedirect);
        Assert.Equal(TimeSpan.Zero, handler.ResponseDrainTimeout);
    }

    [Fact]
    public void FinishReason_InAnAnonymousObject_IsAJsonString()
    {
        StreamingChatChoice choice = new() { FinishReason = "stop" };

        var json = JsonSerializer.Serialize(new { type = "completion", finishReason = choice.FinishReason });

        Assert.Equal("""{"type":"completion","finishReason":"stop"}""", json);
        Assert.Equal("""{"finishReason":null}""", JsonSerializer.Serialize(new { finishReason = new StreamingChatChoice().FinishReason }));
    }

    [Fact]
    public async Task ErrorType_InAnAnonymousObject_IsAJsonString()
    {
        _emulator.Next(Reply.Error(429, "Slow down", "rate_limit_exceeded"));

        var failure = await Assert.ThrowsAsync<OpenRouterException>(RunSampleAsync);

        Assert.Equal(OpenRouterErrorType.RateLimitExceeded, failure.ErrorType);
        Assert.Equal("""{"error":"x","type":"rate_limit_exceeded"}""", JsonSerializer.Serialize(new { error = "x", type = failure.ErrorType }));
        Assert.Equal("""{"type":null}""", JsonSerializer.Serialize(new { type = new OpenRouterException("x").ErrorType }));
    }

    /// <summary>The loop of the guide's console example.</summary>
    private async Task<(string Text, StreamingChatResponse? End)> RunSampleAsync()
    {
        var completeResponse = new StringBuilder();
        var streamingRequest = _client.Chat
            .CreateStreamingChatCompletion("gpt-3.5-turbo")
            .AddUserMessage("Tell me a story.")
            .WithTemperature(0.7);
        await foreach (var chunk in streamingRequest.StreamAsync())
        {
            if (chunk.Choices?.Any() == true)
            {
                completeResponse.Append(chunk.Choices[0].Delta?.Content);
            }

            if (chunk.Choices?[0].FinishReason != null)
            {
                return (completeResponse.ToString(), chunk);
            }
        }

        return (completeResponse.ToString(), null);
    }

    /// <summary>Everything that the fields of an object lead to.</summary>
    private static IEnumerable<object> Reachable(object root)
    {
        const System.Reflection.BindingFlags Fields = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<object>([root]);
        while (queue.TryDequeue(out var item))
        {
            if (!seen.Add(item) || seen.Count > 5000)
            {
                continue;
            }

            yield return item;
            for (var type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(Fields))
                {
                    if (!field.FieldType.IsValueType && field.FieldType != typeof(string) && field.GetValue(item) is { } value && value is not (Delegate or Type or System.Reflection.MemberInfo))
                    {
                        queue.Enqueue(value);
                    }
                }
            }
        }
    }
}
