using OpenRouter.Core;
using OpenRouter.Runtime.Http.Received;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>
/// For those who send through another HTTP client, such as one of Refit: reads the answers that it received as this library reads
/// its own. Of the options that can be given, those count that say how answers are read: <see cref="OpenRouterClientOptions.Timeouts"/>,
/// <see cref="OpenRouterClientOptions.Limits"/>, <see cref="OpenRouterClientOptions.TimeProvider"/>, <see cref="OpenRouterClientOptions.Observers"/>,
/// <see cref="OpenRouterClientOptions.RecordContent"/> and, to be kept out of messages, <see cref="OpenRouterClientOptions.ApiKey"/>; without it the
/// key of the request is kept out. Clocks run from the moment in which reading begins.
/// </summary>
public static class ReceivedResponses
{
    /// <summary>
    /// Makes of an answer that is no success the exception that our own client would throw. The answer is read, at most
    /// <see cref="StreamLimits.MaxErrorBytes"/> and for 30 seconds, and disposed of. A success is not touched.
    /// </summary>
    /// <param name="response">The answer.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The exception, to be thrown; null for a success.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<OpenRouterException?> ReadFailureAsync(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var received = ReceivedCall.Of(response, options);
        using var call = new ApiCall(received.Connection, received.Request, cancellationToken);
        try
        {
            await received.Connection.Retries.RunAsync(call, async attempt =>
            {
                using var none = await received.Connection.SendAsync(attempt, "*/*").ConfigureAwait(false);
            }).ConfigureAwait(false);
            return null;
        }
        catch (OpenRouterException failure)
        {
            return failure;
        }
    }

    /// <summary>
    /// Reads a streamed chat answer whose headers have arrived. A status that is no success, a body that is no stream and an error in
    /// the middle throw as with our own client when the stream is read. The answer belongs to the stream, which disposes of it.
    /// </summary>
    /// <typeparam name="TChunk">The type of a chunk.</typeparam>
    /// <param name="response">The answer; its client must not have buffered it, or everything arrives at once.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <remarks>Nothing can be sent again: a <see cref="ChatStream{TChunk}.WithRecovery"/> has no effect.</remarks>
    public static ChatStream<TChunk> ReadChatStream<TChunk>(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        where TChunk : class, IChatChunk<TChunk>
        => ReadChatStream<TChunk>(response, JsonModel.Document<TChunk>, options, cancellationToken);

    /// <summary>As the other overload, by a reader that is named: a native program then holds no other.</summary>
    /// <typeparam name="TChunk">The type of a chunk.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="reader">Reads a chunk.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static ChatStream<TChunk> ReadChatStream<TChunk>(this HttpResponseMessage response, ItemReader<TChunk> reader, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        where TChunk : class, IChatChunk<TChunk>
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(reader);
        var received = ReceivedCall.Of(response, options);
        return new ChatStream<TChunk>(received.Connection, received.Request, reader, cancellationToken);
    }

    /// <summary>Reads a stream of events whose headers have arrived, as <see cref="ReadChatStream{TChunk}(HttpResponseMessage, OpenRouterClientOptions, CancellationToken)"/> does chunks.</summary>
    /// <typeparam name="TEvent">The type of an event.</typeparam>
    /// <param name="response">The answer; its client must not have buffered it, or everything arrives at once.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static EventStream<TEvent> ReadEventStream<TEvent>(this HttpResponseMessage response, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        where TEvent : IStreamEvent<TEvent>
        => ReadEventStream<TEvent>(response, JsonModel.Document<TEvent>, options, cancellationToken);

    /// <summary>As the other overload, by a reader that is named: a native program then holds no other.</summary>
    /// <typeparam name="TEvent">The type of an event.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="reader">Reads an event.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static EventStream<TEvent> ReadEventStream<TEvent>(this HttpResponseMessage response, ItemReader<TEvent> reader, OpenRouterClientOptions? options = null, CancellationToken cancellationToken = default)
        where TEvent : IStreamEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(reader);
        var received = ReceivedCall.Of(response, options);
        return new EventStream<TEvent>(received.Connection, received.Request, reader, cancellationToken);
    }
}
