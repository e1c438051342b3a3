using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>The other paths of the emulator.</summary>
public sealed class EmulatorServiceTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new() { GenerationLag = 2 };
    private readonly OpenRouterClient _client;

    public EmulatorServiceTests() => _client = _emulator.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Models_AreListed()
    {
        var models = await _client.Models.ListModelsAsync(cancellationToken: Token);

        Assert.Equal(["emulator/storyteller", "emulator/thinker", "emulator/free:free"], models.Data.Select(model => model.Id));
        Assert.Equal((3L, "0.000001"), (models.TotalCount, models.Data[0].Pricing.Prompt));
    }

    [Fact]
    public async Task KeyAndCredits_CountWhatWasSpent()
    {
        var answer = await _client.Question().StreamAsync(Token).CollectAsync(Token);

        var key = await _client.ApiKeys.GetCurrentKeyAsync(Token);
        var credits = await _client.Credits.GetCreditsAsync(Token);

        Assert.Equal(answer.Usage!.Cost, key.Data.Usage);
        Assert.Equal((10m, answer.Usage.Cost), (credits.Data.TotalCredits, credits.Data.TotalUsage));
    }

    [Fact]
    public async Task Generation_LookedUpTooEarly_IsFoundLater()
    {
        var answer = await _client.Question().StreamAsync(Token).CollectAsync(Token);
        var id = answer.GenerationId!;

        using var once = _emulator.Once();
        for (var look = 0; look < 2; look++)
        {
            Assert.Equal(404, (await Assert.ThrowsAsync<OpenRouterException>(() => once.Generations.GetGenerationAsync(id, Token))).StatusCode);
        }

        var found = (await _client.Generations.GetGenerationAsync(id, Token)).Data;
        Assert.Equal((id, "stop", false, true), (found.Id, found.FinishReason, found.Cancelled, found.Streamed));
        Assert.Equal((answer.Usage!.Cost, answer.Usage.CompletionTokens), (found.TotalCost, found.TokensCompletion));
    }

    [Fact]
    public async Task Generation_OfAnAbortedAnswer_IsCancelled()
    {
        using var emulator = new OpenRouterEmulator();
        var stream = emulator.Stream();
        await foreach (var text in stream.TextAsync(Token))
        {
            break;
        }

        await emulator.Requests[0].Ended.WaitAsync(Token);
        var found = (await emulator.CreateClient().Generations.GetGenerationAsync(stream.GenerationId!, Token)).Data;

        Assert.True(found.Cancelled);
        Assert.InRange(found.TokensCompletion!.Value, 1, 5);
    }

    [Fact]
    public async Task Embeddings_SameText_SameVector()
    {
        var request = new EmbeddingsRequest { Model = "emulator/embedder", Input = new EmbeddingInput(["a text", "another", "a text"]), Dimensions = 4 };

        var vectors = (await _client.Embeddings.CreateEmbeddingsAsync(request, Token)).Data.Select(item => (IReadOnlyList<double>)item.Embedding.Value!).ToList();

        Assert.Equal(3, vectors.Count);
        Assert.Equal(vectors[0], vectors[2]);
        Assert.NotEqual(vectors[0], vectors[1]);
        Assert.All(vectors, vector => Assert.Equal((4, 1.0), (vector.Count, Math.Round(vector.Sum(value => value * value), 4))));
    }

    [Fact]
    public async Task Embeddings_AsBase64_AreTheSameNumbers()
    {
        var request = new EmbeddingsRequest { Model = "emulator/embedder", Input = "a text" };
        var plain = (IReadOnlyList<double>)(await _client.Embeddings.CreateEmbeddingsAsync(request, Token)).Data[0].Embedding.Value!;
        var packed = new EmbeddingsRequest { Model = request.Model, Input = request.Input, EncodingFormat = new EmbeddingEncodingFormat("base64") };

        var bytes = Convert.FromBase64String((string)(await _client.Embeddings.CreateEmbeddingsAsync(packed, Token)).Data[0].Embedding.Value!);

        Assert.Equal(plain.Select(value => (float)value), Enumerable.Range(0, plain.Count).Select(index => BitConverter.ToSingle(bytes, index * 4)));
    }

    [Theory]
    [InlineData(null, "Missing Authentication header")]
    [InlineData("sk-or-v1-wrong", "User not found.")]
    public async Task Key_MissingOrWrong_Is401(string? key, string message)
    {
        using var response = await _emulator.SendAsync(HttpMethod.Get, "models", key: key);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal($$$"""{"error":{"code":401,"message":"{{{message}}}"}}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Path_NotEmulated_Is404ThatSaysSo()
    {
        var failure = await Assert.ThrowsAsync<OpenRouterException>(() => _client.Providers.ListProvidersAsync(Token));

        Assert.Equal(404, failure.StatusCode);
        Assert.Contains("GET /providers is not emulated", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_Scripted_AnswersAsScripted()
    {
        _emulator.On("/providers").Always(Reply.Raw("""{"data":[]}""", "application/json"));

        Assert.Empty((await _client.Providers.ListProvidersAsync(Token)).Data);
    }
}
