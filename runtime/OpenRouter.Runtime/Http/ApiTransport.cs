using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>Sends the requests of a generated client. Safe for use by many threads.</summary>
public sealed class ApiTransport : IDisposable
{
    private const string JsonAnswer = "application/json";
    private const string AnyAnswer = "*/*";
    private readonly ApiConnection _connection;

    /// <summary>Makes a transport; the options are checked and copied.</summary>
    /// <param name="options">The options of the client.</param>
    /// <param name="defaultBaseAddress">The address when the options name none.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message does not quote it.</exception>
    public ApiTransport(OpenRouterClientOptions options, Uri defaultBaseAddress)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(defaultBaseAddress);
        _connection = new ApiConnection(options, defaultBaseAddress);
    }

    /// <summary>Sends a request and reads its answer; generated code names the reader.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonReadable<T>
        => SendAsync<T>(request, JsonModel.Document<T>, cancellationToken);

    /// <summary>Sends a request and reads its answer.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, ItemReader<T> reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        using var body = await FetchedBody.FetchAsync(_connection, request, JsonAnswer, holdsErrors: true, cancellationToken).ConfigureAwait(false);
        return Parse(request, body, reader, isRequired: true)!;
    }

    /// <summary>Sends a request that the service may answer with nothing; the result is null then.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public async Task<T?> SendOptionalAsync<T>(ApiRequest request, ItemReader<T> reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        using var body = await FetchedBody.FetchAsync(_connection, request, JsonAnswer, holdsErrors: true, cancellationToken).ConfigureAwait(false);
        return body.Bytes.IsEmpty ? default : Parse(request, body, reader, isRequired: false);
    }

    /// <summary>Sends a request whose answer is text.</summary>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public async Task<string> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await FetchedBody.FetchAsync(_connection, request, AnyAnswer, holdsErrors: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(body.Bytes);
    }

    /// <summary>Sends a request whose answer has no content of interest.</summary>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await FetchedBody.FetchAsync(_connection, request, JsonAnswer, holdsErrors: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose answer is no JSON. The caller disposes the answer.</summary>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public async Task<BinaryResponse> SendForBytesAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await BinaryResponse.FetchAsync(_connection, request, AnyAnswer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Describes a streamed chat answer; the request is sent when the stream is read. Generated code names the reader.</summary>
    /// <typeparam name="TChunk">The type of a chunk.</typeparam>
    public ChatStream<TChunk> StreamChat<TChunk>(ApiRequest request, CancellationToken cancellationToken)
        where TChunk : class, IChatChunk<TChunk>
        => StreamChat<TChunk>(request, JsonModel.Document<TChunk>, cancellationToken);

    /// <summary>Describes a streamed chat answer; the request is sent when the stream is read.</summary>
    /// <typeparam name="TChunk">The type of a chunk.</typeparam>
    public ChatStream<TChunk> StreamChat<TChunk>(ApiRequest request, ItemReader<TChunk> reader, CancellationToken cancellationToken)
        where TChunk : class, IChatChunk<TChunk>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return new ChatStream<TChunk>(_connection, request, reader, cancellationToken);
    }

    /// <summary>Describes a stream of events; the request is sent when the stream is read. Generated code names the reader.</summary>
    /// <typeparam name="TEvent">The type of an event.</typeparam>
    public EventStream<TEvent> StreamEvents<TEvent>(ApiRequest request, CancellationToken cancellationToken)
        where TEvent : IStreamEvent<TEvent>
        => StreamEvents<TEvent>(request, JsonModel.Document<TEvent>, cancellationToken);

    /// <summary>Describes a stream of events; the request is sent when the stream is read.</summary>
    /// <typeparam name="TEvent">The type of an event.</typeparam>
    public EventStream<TEvent> StreamEvents<TEvent>(ApiRequest request, ItemReader<TEvent> reader, CancellationToken cancellationToken)
        where TEvent : IStreamEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return new EventStream<TEvent>(_connection, request, reader, cancellationToken);
    }

    /// <summary>Describes an answer of one JSON value a line; the request is sent when it is enumerated.</summary>
    /// <typeparam name="T">The type of a line.</typeparam>
    public IAsyncEnumerable<T> StreamLines<T>(ApiRequest request, ItemReader<T> reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        return JsonLines.Read(_connection, request, reader, cancellationToken);
    }

    /// <summary>Closes idle connections, unless handler or client are the caller's. What is being read goes on to its end.</summary>
    public void Dispose() => _connection.Dispose();

    private T? Parse<T>(ApiRequest request, FetchedBody body, ItemReader<T> reader, bool isRequired)
    {
        try
        {
            var value = JsonModel.Parse(body.Bytes, reader);
            return value is null && isRequired ? throw JsonModel.Null() : value;
        }
        catch (JsonException exception)
        {
            var found = body.ContentType ?? "no content type";
            throw _connection.Failures.Protocol($"The answer to {request} ({found}) is not what was expected: {exception.Message}", body.Facts, body.Bytes, exception);
        }
    }
}
