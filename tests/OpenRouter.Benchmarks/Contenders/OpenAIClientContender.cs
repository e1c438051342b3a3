using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>The OpenAI client pointed at OpenRouter. It delivers less: no reasoning, no provider, no cost.</summary>
internal sealed class OpenAIClientContender : IContender
{
    public string Name => "OpenAI 2.15.0";

    public async Task<ReadResult> ReadAsync(HttpMessageHandler handler)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://openrouter.ai/api/v1"), Transport = new HttpClientPipelineTransport(http) };
        var client = new ChatClient("a/b", new ApiKeyCredential("test"), options);
        long length = 0, arguments = 0, tokens = 0;
        var hash = 0;
        string? finish = null;
        await foreach (var update in client.CompleteChatStreamingAsync(new UserChatMessage("x")))
        {
            tokens = update.Usage?.OutputTokenCount ?? tokens;
            finish = update.FinishReason switch { ChatFinishReason.Stop => "stop", ChatFinishReason.ToolCalls => "tool_calls", null => finish, _ => "other" };
            foreach (var part in update.ContentUpdate)
            {
                length += part.Text.Length;
                hash = ReadResult.Hash(hash, part.Text);
            }

            foreach (var call in update.ToolCallUpdates)
            {
                arguments += call.FunctionArgumentsUpdate?.ToString().Length ?? 0;
            }
        }

        return new ReadResult(length, hash, arguments, finish, tokens);
    }
}
