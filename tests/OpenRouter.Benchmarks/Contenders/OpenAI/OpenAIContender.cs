using System.ClientModel;
using System.ClientModel.Primitives;
using global::OpenAI;
using global::OpenAI.Chat;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders.OpenAI;

/// <summary>The OpenAI client pointed at OpenRouter. It delivers less: no reasoning, no provider, no cost.</summary>
internal sealed class OpenAIContender : IContender
{
    public string Name => "OpenAI 2.15.0";

    public ReadResult Expected(StreamBody body) => body.Expected with { ReasoningLength = 0, Fields = 0 };

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        var options = new OpenAIClientOptions { Endpoint = address, Transport = new HttpClientPipelineTransport(http) };
        var client = new ChatClient("a/b", new ApiKeyCredential("test"), options);
        await foreach (var update in client.CompleteChatStreamingAsync(new UserChatMessage("x")))
        {
            if (update.Usage is { } usage)
            {
                tally.Usage(usage.OutputTokenCount);
            }

            if (update.FinishReason is { } reason)
            {
                tally.Finish(reason switch { ChatFinishReason.Stop => "stop", ChatFinishReason.ToolCalls => "tool_calls", _ => "other" });
            }

            foreach (var part in update.ContentUpdate)
            {
                tally.Content(part.Text);
            }

            foreach (var call in update.ToolCallUpdates)
            {
                if (call.FunctionArgumentsUpdate is { } arguments)
                {
                    tally.Arguments(arguments.ToString());
                }
            }
        }
    }
}
