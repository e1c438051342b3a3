using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Reads a body through the real client, as a user would.</summary>
internal sealed class ChatPlayer(ReadOnlyMemory<byte> body) : IDisposable
{
    private readonly PlayedBody _handler = new(body);

    public PlayedBody Handler => _handler;

    public static ChatPlayer OfFile(string folder, string file) => new(File.ReadAllBytes(SharedFiles.Require($"streams/{folder}/{file}")));

    public ChatStream<StreamingChatResponse> Open()
        => _handler.Client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").StreamAsync();

    /// <summary>Reads to the end, whichever it is; the exception, if one ended it, beside the answer.</summary>
    public async Task<(ChatAnswer Answer, OpenRouterException? Failure)> RunAsync()
    {
        var stream = Open();
        try
        {
            return (await stream.CollectAsync(), null);
        }
        catch (OpenRouterException failure)
        {
            return (stream.Answer, failure);
        }
    }

    public void Dispose() => _handler.Dispose();
}
