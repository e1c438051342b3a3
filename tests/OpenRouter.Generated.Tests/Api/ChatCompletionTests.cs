using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Chat completions that are not streamed: what goes out, what comes back.</summary>
public sealed class ChatCompletionTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();
    private readonly OpenRouterClient _client;

    public ChatCompletionTests() => _client = _emulator.CreateClient();

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Completion_ByBuilder_SendsTheRequestAndReadsTheAnswer()
    {
        _emulator.Next(Reply.Text("Hello there.").WithUsage(11, 3, 0.0125m).WithProvider("Acme").WithFinish("stop", "end_turn"));

        var result = await _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").WithMaxTokens(20).SendAsync();

        var request = Assert.Single(_emulator.Requests);
        Assert.Equal(("POST", "/chat/completions", ""), (request.Method, request.Path, request.Query));
        Assert.Equal("""{"max_tokens":20,"messages":[{"content":"Hi","role":"user"}],"model":"acme/model-1","stream":false}""", Sorted(request.Body));
        var choice = Assert.Single(result.Choices);
        Assert.True(choice.Message.Content!.Value.TryGetString(out var text));
        Assert.Equal("Hello there.", text);
        Assert.Equal(FinishReason.Stop, choice.FinishReason);
        Assert.Equal("end_turn", choice.NativeFinishReason);
        Assert.Equal("Acme", result.Provider);
        Assert.Equal((11, 3, 14, 0.0125m), (result.Usage!.PromptTokens, result.Usage.CompletionTokens, result.Usage.TotalTokens, result.Usage.Cost));
        Assert.Equal(request.GenerationId, result.Id);
    }

    [Fact]
    public async Task Completion_AfterManyKeepAlives_IsRead()
    {
        _emulator.Next(Reply.Text("Late.").WithKeepAlives(30));

        var result = await _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").SendAsync();

        Assert.Equal("stop", result.Choices[0].FinishReason?.Value);
    }

    [Fact]
    public async Task Completion_OfAToolCall_GivesItsPieces()
    {
        _emulator.Next(Reply.ToolCall("weather", """{"city":"Bern"}"""));

        var result = await _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").SendAsync();

        Assert.Equal(FinishReason.ToolCalls, result.Choices[0].FinishReason);
        var call = Assert.Single(result.Choices[0].Message.ToolCalls!);
        Assert.Equal("weather", call.Function.Name);
        Assert.Equal("""{"city":"Bern"}""", call.Function.Arguments);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stream_FlagOfTheRequest_IsSetByTheOperation(bool flag)
    {
        var request = JsonModel.Parse<ChatRequest>($$"""{"model":"a/b","messages":[{"role":"user","content":"Hi"}],"stream":{{(flag ? "true" : "false")}}}""");

        await _client.Chat.CreateChatCompletionAsync(request);
        await _client.Chat.CreateStreamingChatCompletionAsync(request).CollectAsync();
        await _client.Chat.CreateChatCompletionAsync(request);

        Assert.Equal([JsonValueKind.False, JsonValueKind.True, JsonValueKind.False], _emulator.Requests.Select(static sent => sent.Body.GetProperty("stream").ValueKind));
    }

    [Fact]
    public async Task Builder_SentTwice_SendsTheSame()
    {
        var builder = _client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").WithTemperature(1);

        var first = await builder.StreamAsync().CollectAsync();
        var second = await builder.StreamAsync().CollectAsync();

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(_emulator.Requests[0].BodyText, _emulator.Requests[1].BodyText);
        Assert.NotEqual(first.GenerationId, second.GenerationId);
    }

    [Fact]
    public void Build_ThenChanged_KeepsTheEarlierRequest()
    {
        var builder = _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").AddModel("a/1").WithMetadata(new Dictionary<string, string> { ["k"] = "v" })
            .WithAdditionalProperty("x", JsonSerializer.SerializeToElement(1));
        var before = builder.Build();
        var json = JsonModel.ToJson(before);

        builder.AddAssistantMessage("Ho").AddSystemMessage("S").AddModel("a/2").WithModel("other").WithTemperature(2).AddFunctionTool(new ChatFunctionDefinition { Name = "f" })
            .WithAdditionalProperty("y", JsonSerializer.SerializeToElement(2));

        Assert.Equal(json, JsonModel.ToJson(before));
        Assert.Equal(3, builder.Build().Messages.Count);
    }

    [Fact]
    public void Build_FromListsOfTheCaller_DoesNotFollowThem()
    {
        List<ChatRequestMessage> messages = [new ChatUserMessage { Content = "Hi" }];
        Dictionary<string, string> metadata = new() { ["k"] = "v" };
        var builder = _client.Chat.CreateChatCompletion("acme/model-1").WithMessages(messages).WithMetadata(metadata);

        messages.Add(new ChatUserMessage { Content = "again" });
        metadata["k"] = "w";

        Assert.Single(builder.Build().Messages);
        Assert.Equal("v", builder.Build().Metadata!["k"]);
    }

    [Fact]
    public void Build_WithoutMessages_SaysWhatIsMissing()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => _client.Chat.CreateChatCompletion("acme/model-1").Build());

        Assert.Contains("Messages", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversation_WithEveryKindOfMessage_IsSentInOrderWithSystemFirst()
    {
        await _client.Chat.CreateChatCompletion("acme/model-1")
            .AddUserMessage("What is the weather?")
            .AddAssistantMessage(new ChatAssistantMessage
            {
                ToolCalls = [new ChatMessageToolCall { Id = "call_1", Function = new() { Name = "weather", Arguments = "{}" } }],
            })
            .AddToolMessage("call_1", "Sunny")
            .AddDeveloperMessage("Be brief.")
            .AddSystemMessage("Be kind.")
            .SendAsync();

        var messages = _emulator.Requests[0].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["developer", "system", "user", "assistant", "tool"], messages.Select(static message => message.GetProperty("role").GetString()));
        Assert.Equal("""{"content":"Sunny","role":"tool","tool_call_id":"call_1"}""", Sorted(messages[4]));
        Assert.Equal("function", messages[3].GetProperty("tool_calls")[0].GetProperty("type").GetString());
        Assert.Equal("weather", messages[3].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("name").GetString());
    }

    [Fact]
    public async Task RequestMember_ThatIsUnknown_IsSentAsGiven()
    {
        await _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi")
            .WithAdditionalProperty("future", JsonSerializer.SerializeToElement(new { a = 1.5 }))
            .SendAsync();

        Assert.Equal("""{"a":1.5}""", _emulator.Requests[0].Body.GetProperty("future").GetRawText());
    }

    [Fact]
    public async Task MetadataHeader_WhenAskedFor_IsSent()
    {
        using var handler = new PlayedBody("{\"choices\":[]}"u8.ToArray(), "application/json");

        await handler.Client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").WithXOpenRouterMetadata(MetadataLevel.Enabled).SendAsync();

        Assert.Equal("enabled", handler.Sent!.Headers["X-OpenRouter-Metadata"]);
    }

    /// <summary>The JSON with its members sorted at every level.</summary>
    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject()
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static member => $"\"{member.Name}\":{Sorted(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Sorted)) + "]",
        _ => element.GetRawText(),
    };
}
