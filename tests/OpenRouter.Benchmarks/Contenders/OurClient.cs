using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Core;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>The client of this repository, in its default API: chunks are objects to keep.</summary>
internal sealed class OurClient : IContender
{
    public string Name => "OpenRouter.Generated";

    public async Task<ReadResult> ReadAsync(HttpMessageHandler handler)
    {
        using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "test", Handler = handler });
        long length = 0, arguments = 0, tokens = 0;
        var hash = 0;
        string? finish = null;
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("x").StreamAsync())
        {
            tokens = chunk.Usage?.CompletionTokens ?? tokens;
            if (chunk.Choices is not [var choice, ..])
            {
                continue;
            }

            finish = choice.FinishReason?.Value ?? finish;
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
