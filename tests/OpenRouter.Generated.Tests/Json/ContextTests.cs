using System.Net.Http.Json;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>System.Text.Json reads and writes the models through the context, as it does others.</summary>
public sealed class ContextTests
{
    private static ChatRequest Request => new()
    {
        Model = "acme/model-1",
        Messages = [new ChatSystemMessage { Content = "Be brief." }, new ChatUserMessage { Content = "Hi" }],
        Temperature = 0.7,
        Stop = new[] { "a", "b" },
    };

    [Fact]
    public void Context_OpenEnum_IsAStringBothWays()
    {
        var json = JsonSerializer.Serialize(FinishReason.Length, OpenRouterJsonContext.Default.FinishReason);

        Assert.Equal("\"length\"", json);
        Assert.Equal(FinishReason.Length, JsonSerializer.Deserialize(json, OpenRouterJsonContext.Default.FinishReason));
    }

    [Fact]
    public void Request_ThroughTheContext_IsTheSameAsDirect()
    {
        var json = JsonSerializer.Serialize(Request, OpenRouterJsonContext.Default.ChatRequest);
        var again = JsonSerializer.Deserialize(json, OpenRouterJsonContext.Default.ChatRequest)!;

        using var direct = JsonDocument.Parse(JsonModel.ToUtf8(Request));
        using var through = JsonDocument.Parse(json);
        Assert.Null(JsonComparison.Difference(direct.RootElement, through.RootElement));
        Assert.Equal(0.7, again.Temperature);
        Assert.True(again.Messages[1].TryGetChatUserMessage(out var user));
        Assert.True(user.Content.TryGetString(out var text));
        Assert.Equal("Hi", text);
        Assert.True(again.Stop!.Value.TryGetStringList(out var stops));
        Assert.Equal(["a", "b"], stops);
    }

    [Fact]
    public async Task Content_WithTheContext_IsReadAndWritten()
    {
        using var sent = JsonContent.Create(Request, OpenRouterJsonContext.Default.ChatRequest);
        using var received = new StringContent(await sent.ReadAsStringAsync(), System.Text.Encoding.UTF8, "application/json");

        var request = await received.ReadFromJsonAsync(OpenRouterJsonContext.Default.ChatRequest);

        Assert.Equal("acme/model-1", request?.Model);
        Assert.Equal(2, request?.Messages.Count);
    }

    [Fact]
    public void Models_InsideTypesOfTheUser_AreReadAndWritten()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(OpenRouterJsonContext.Default, new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()) };

        var json = JsonSerializer.Serialize(new Stored("x", Request, FinishReason.Length), options);
        var stored = JsonSerializer.Deserialize<Stored>(json, options);

        Assert.Equal("acme/model-1", stored?.Request.Model);
        Assert.Equal(FinishReason.Length, stored?.Reason);
        Assert.Contains("\"Reason\":\"length\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chunks_OfAStream_SerializeAsTheyCame()
    {
        const string Wire = """{"id":"gen-1","choices":[{"index":0,"delta":{"content":"a","hologram":{"x":1.50}},"finish_reason":null}],"future":[1,2]}""";
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Wire));

        var chunk = await JsonSerializer.DeserializeAsync(body, OpenRouterJsonContext.Default.StreamingChatResponse);

        using var read = JsonDocument.Parse(Wire);
        Assert.Null(JsonComparison.Difference(read.RootElement, JsonSerializer.SerializeToElement(chunk, OpenRouterJsonContext.Default.StreamingChatResponse!)));
        Assert.Equal("""{"x":1.50}""", chunk!.Choices![0].Delta!.AdditionalProperties!["hologram"].GetRawText());
    }

    private sealed record Stored(string Name, ChatRequest Request, FinishReason? Reason);
}
