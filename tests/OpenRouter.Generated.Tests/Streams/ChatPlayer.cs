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

    /// <summary>Whether bodies are read by the shapes of events alone; for those who read them thousands of times.</summary>
    public bool OnlyByShape { get; set; }

    public static ChatPlayer OfFile(string folder, string file) => new(File.ReadAllBytes(SharedFiles.Require($"streams/{folder}/{file}")));

    public ChatStream<StreamingChatResponse> Open() => Open(_handler.Client);

    /// <summary>
    /// Reads to the end, whichever it is; the exception, if one ended it, beside the answer. Does so twice, by the shapes of events and
    /// each event whole, which must come to the same.
    /// </summary>
    public async Task<(ChatAnswer Answer, OpenRouterException? Failure)> RunAsync()
    {
        var (answer, failure) = await RunAsync(Open());
        if (OnlyByShape)
        {
            return (answer, failure);
        }

        var (whole, other) = await RunAsync(Open(_handler.PlainClient));
        Assert.Equal((AnswerPrint.Of(whole), other?.GetType(), other?.Message), (AnswerPrint.Of(answer), failure?.GetType(), failure?.Message));
        return (answer, failure);
    }

    public void Dispose() => _handler.Dispose();

    private static ChatStream<StreamingChatResponse> Open(OpenRouterClient client)
        => client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").StreamAsync();

    private static async Task<(ChatAnswer Answer, OpenRouterException? Failure)> RunAsync(ChatStream<StreamingChatResponse> stream)
    {
        try
        {
            return (await stream.CollectAsync(), null);
        }
        catch (OpenRouterException failure)
        {
            return (stream.Answer, failure);
        }
    }
}
