using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter;

/// <summary>
/// Reads the streams of OpenRouter that another HTTP client received, such as one of Refit; see <see cref="ReceivedResponses"/> for
/// which of the options count. The request must have asked for a stream, and its client must not buffer the answer.
/// </summary>
public static class ReceivedStreams
{
    /// <summary>Reads the answer to <c>POST /chat/completions</c>; one that came whole is read as a stream of one chunk.</summary>
    /// <param name="response">The answer, which then belongs to the stream.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static ChatStream<StreamingChatResponse> ReadChatStream(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        => response.ReadChatStream<StreamingChatResponse>(static (ref JsonReader reader) => reader.IsNull ? null : new StreamingChatResponse(ref reader), options, cancellationToken);

    /// <summary>Reads the answer to <c>POST /responses</c>.</summary>
    /// <param name="response">The answer, which then belongs to the stream.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static EventStream<ResponseStreamEvent> ReadResponseStream(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        => response.ReadEventStream<ResponseStreamEvent>(options, cancellationToken);

    /// <summary>Reads the answer to <c>POST /messages</c>.</summary>
    /// <param name="response">The answer, which then belongs to the stream.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static EventStream<MessageStreamEvent> ReadMessageStream(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        => response.ReadEventStream<MessageStreamEvent>(options, cancellationToken);

    /// <summary>Reads the answer to <c>POST /images</c>.</summary>
    /// <param name="response">The answer, which then belongs to the stream.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static EventStream<ImageStreamEvent> ReadImageStream(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        => response.ReadEventStream<ImageStreamEvent>(options, cancellationToken);
}
