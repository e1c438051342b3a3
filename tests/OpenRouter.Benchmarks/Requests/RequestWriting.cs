using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Benchmarks.Requests;

/// <summary>The ways of writing the conversation. Each can be run into memory, to compare, or to nowhere, to be timed.</summary>
internal sealed class RequestWriting(CopyingHandler handler) : IDisposable
{
    // What our client writes bodies with; an expert can have the same.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    private readonly MemoryStream _target = new();
    private readonly ChatRequest _ours = OurRequest.Create();
    private readonly ExpertRequest _experts = ExpertRequest.Create();
    private readonly OpenRouterClient _client = new(new OpenRouterClientOptions { ApiKey = "test", Handler = handler });
    private readonly HttpClient _http = new(handler, disposeHandler: false);

    /// <summary>JSON into memory.</summary>
    public IReadOnlyList<Subject> Written =>
    [
        new("expert: STJ source generation", () => Task.FromResult(Default())),
        new("expert, UnsafeRelaxedJsonEscaping", () => Task.FromResult(RelaxedBytes())),
        new("OpenRouter.Generated", () => Task.FromResult(Ours())),
    ];

    /// <summary>The whole call, whose body a handler takes.</summary>
    public IReadOnlyList<Subject> Sent =>
    [
        new("expert: STJ source generation", () => PostAsync(Default())),
        new("expert, UnsafeRelaxedJsonEscaping", () => PostAsync(RelaxedBytes())),
        new("OpenRouter.Generated", () => _client.Chat.CreateChatCompletionAsync(_ours)),
    ];

    public void Dispose()
    {
        _target.Dispose();
        _client.Dispose();
        _http.Dispose();
    }

    private ReadOnlyMemory<byte> Default() => JsonSerializer.SerializeToUtf8Bytes(_experts, ExpertRequestJson.Default.ExpertRequest);

    private ReadOnlyMemory<byte> RelaxedBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        JsonSerializer.Serialize(writer, _experts, ExpertRequestJson.Default.ExpertRequest);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>As the client does it: into rented memory, from where the content goes out.</summary>
    private ReadOnlyMemory<byte> Ours()
    {
        using var content = new ModelContent(_ours, JsonMediaType, ArrayPool<byte>.Shared);
        _target.SetLength(0);
        content.CopyTo(_target, context: null, CancellationToken.None);
        content.Release();
        return _target.GetBuffer().AsMemory(0, (int)_target.Length);
    }

    private async Task PostAsync(ReadOnlyMemory<byte> body)
    {
        using var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = JsonMediaType;
        using var response = await _http.PostAsync(new Uri("https://openrouter.ai/api/v1/chat/completions"), content);
        await using var answer = await response.Content.ReadAsStreamAsync();
        await JsonSerializer.DeserializeAsync(answer, Answers.ExpertAnswerJson.Default.ExpertCompletion);
    }
}
