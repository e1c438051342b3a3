using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Models, generation, key, credits and embeddings: method, path, query, body and answer.</summary>
public sealed class AccountTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();
    private readonly OpenRouterClient _client;

    public AccountTests() => _client = _emulator.CreateClient();

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Models_Listed_AreRead()
    {
        var models = await _client.Models.ListModelsAsync();

        AssertSent("GET", "/models", "");
        Assert.Equal(3, models.TotalCount);
        Assert.Equal(["emulator/storyteller", "emulator/thinker", "emulator/free:free"], models.Data.Select(static model => model.Id));
        Assert.Equal("0.000001", models.Data[0].Pricing.Prompt);
        Assert.Equal(8192, models.Data[0].ContextLength);
    }

    [Fact]
    public async Task Models_Filtered_AreAskedForInTheQuery()
    {
        await _client.Models.ListModels().WithLimit(5).WithQ("a b&c").WithMinPrice(0.5).SendAsync();

        var query = System.Web.HttpUtility.ParseQueryString(_emulator.Requests[0].Query);
        Assert.Equal("/models", _emulator.Requests[0].Path);
        Assert.Equal(("5", "a b&c", "0.5"), (query["limit"], query["q"], query["min_price"]));
        Assert.Equal(3, query.Count);
    }

    [Fact]
    public async Task Model_WithOddNames_StaysInsideItsPath()
    {
        using var handler = new PlayedBody("""{"data":{"id":"a/b"}}"""u8.ToArray(), "application/json");

        var model = await handler.Client.Models.GetModelAsync("a/../x", "b?c#d");

        Assert.Equal("/api/v1/model/a%2F..%2Fx/b%3Fc%23d", handler.Sent!.Address.AbsolutePath);
        Assert.Equal("a/b", model.Data.Id);
        Assert.Throws<ArgumentException>(() => { _ = handler.Client.Models.GetModelAsync("..", "b"); });
    }

    [Fact]
    public async Task Generation_OfAnAnswer_TellsItsCost()
    {
        _emulator.Next(Reply.Text("Hello.").WithUsage(7, 2, 0.5m));
        var answer = await _client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").StreamAsync().CollectAsync();

        var generation = await _client.Generations.GetGenerationAsync(answer.GenerationId!);

        Assert.Equal(("GET", "/generation", "id=" + answer.GenerationId), (_emulator.Requests[1].Method, _emulator.Requests[1].Path, _emulator.Requests[1].Query));
        Assert.Equal(answer.GenerationId, generation.Data.Id);
        Assert.Equal(0.5m, generation.Data.TotalCost);
    }

    [Fact]
    public async Task Key_OfTheCaller_IsRead()
    {
        var key = await _client.ApiKeys.GetCurrentKeyAsync();

        AssertSent("GET", "/key", "");
        Assert.Equal(10m, key.Data.Limit);
        Assert.False(key.Data.IsFreeTier);
    }

    [Fact]
    public async Task Credits_AfterACall_AreLess()
    {
        _emulator.Next(Reply.Text("Hello.").WithUsage(7, 2, 0.25m));
        await _client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").SendAsync();

        var credits = await _client.Credits.GetCreditsAsync();

        Assert.Equal(("GET", "/credits"), (_emulator.Requests[1].Method, _emulator.Requests[1].Path));
        Assert.Equal((10m, 0.25m), (credits.Data.TotalCredits, credits.Data.TotalUsage));
    }

    [Fact]
    public async Task Embeddings_OfTexts_AreSentAndRead()
    {
        var result = await _client.Embeddings.CreateEmbeddings("acme/embed").WithInput(new[] { "one", "two" }).WithDimensions(4).SendAsync();

        AssertSent("POST", "/embeddings", "");
        var body = _emulator.Requests[0].Body;
        Assert.Equal("""["one","two"]""", body.GetProperty("input").GetRawText());
        Assert.Equal(4, body.GetProperty("dimensions").GetInt32());
        Assert.False(body.TryGetProperty("stream", out _));
        Assert.Equal(2, result.Data.Count);
        Assert.True(result.Data[1].Embedding.TryGetDoubleList(out var vector));
        Assert.NotEmpty(vector);
    }

    [Fact]
    public async Task Embeddings_AsBase64_KeepTheirText()
    {
        using var handler = new PlayedBody("""{"object":"list","model":"m","data":[{"object":"embedding","embedding":"AACAPw==","index":0}]}"""u8.ToArray(), "application/json");

        var result = await handler.Client.Embeddings.CreateEmbeddings("acme/embed").WithInput("x").WithEncodingFormat(EmbeddingEncodingFormat.Base64).SendAsync();

        Assert.Equal("base64", handler.Sent!.Body.GetProperty("encoding_format").GetString());
        Assert.True(result.Data[0].Embedding.TryGetString(out var text));
        Assert.Equal("AACAPw==", text);
    }

    private void AssertSent(string method, string path, string query)
    {
        var request = Assert.Single(_emulator.Requests);
        Assert.Equal((method, path, query), (request.Method, request.Path, request.Query));
        Assert.True(request.IsAuthorized);
    }
}
