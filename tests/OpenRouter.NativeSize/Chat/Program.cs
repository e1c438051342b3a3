using OpenRouter.Core;
using OpenRouter.NativeSize;

// What a user writes first: one streamed chat.
using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = new ApiKey("sk-or-v1-0000"), BaseAddress = new Uri(args[0]) });
long first = 0;
long count = 0;
await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("openai/gpt-4o-mini").AddUserMessage("Tell me a short story.").StreamAsync())
{
    if (chunk.Choices is [{ Delta.Content: { } text }, ..])
    {
        first = first == 0 ? Moments.Now : first;
        count += text.Length;
    }
}

Moments.Report(first, count);
