using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>How our contenders come to their stream.</summary>
internal static class OurClient
{
    public static OpenRouterClient Of(HttpMessageHandler handler, Uri address)
        => new(new OpenRouterClientOptions { ApiKey = "test", Handler = handler, BaseAddress = address });

    public static ChatStream<StreamingChatResponse> Stream(OpenRouterClient client)
        => client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("x").StreamAsync();
}
