using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>What an expert writes by hand today: System.Net.ServerSentEvents and a System.Text.Json source-generated context with all fields.</summary>
internal sealed class Expert : IContender
{
    public string Name => "expert (SseParser + STJ source generation)";

    public async Task<ReadResult> ReadAsync(HttpMessageHandler handler)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://openrouter.ai/api/v1/chat/completions") { Content = new StringContent("{}") };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var parser = SseParser.Create(body, static (_, data) => data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, ExpertJson.Default.ExpertChunk));
        long length = 0, arguments = 0, tokens = 0;
        var hash = 0;
        string? finish = null;
        await foreach (var item in parser.EnumerateAsync())
        {
            if (item.Data is not { } chunk)
            {
                break;
            }

            tokens = chunk.Usage?.CompletionTokens ?? tokens;
            if (chunk.Choices is not [var choice, ..])
            {
                continue;
            }

            finish = choice.FinishReason ?? finish;
            if (choice.Delta?.Content is { } content)
            {
                length += content.Length;
                hash = ReadResult.Hash(hash, content);
            }

            foreach (var call in choice.Delta?.ToolCalls ?? [])
            {
                arguments += call.Function?.Arguments?.Length ?? 0;
            }
        }

        return new ReadResult(length, hash, arguments, finish, tokens);
    }
}
