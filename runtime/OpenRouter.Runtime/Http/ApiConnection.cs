using System.Net;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Http;

/// <summary>Sends requests and turns everything but a success into an exception. Knows no events and no models.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private readonly string _baseAddress;
    private readonly HeaderPlan _headers;

    public ApiConnection(OpenRouterClientOptions options, Uri defaultBaseAddress)
    {
        if (options.HttpClient is not null && options.Handler is not null)
        {
            throw new ArgumentException("Both HttpClient and Handler are set. Set the one to send through.", nameof(options));
        }

        _baseAddress = ServiceAddress.Check(options.BaseAddress ?? defaultBaseAddress, nameof(options));
        _headers = new HeaderPlan(options);
        Time = options.TimeProvider;
        Limits = options.Limits;
        Failures = new Failures(options.ApiKey, options.TimeProvider);
        _ownsClient = options.HttpClient is null;
        _client = options.HttpClient ?? CreateClient(options.Handler, useProxy: _baseAddress.StartsWith("https:", StringComparison.Ordinal));
    }

    public TimeProvider Time { get; }

    public StreamLimits Limits { get; }

    public Failures Failures { get; }

    /// <summary>Sends a request and waits for the headers of its answer.</summary>
    /// <exception cref="OpenRouterException">No answer came, or one that is no success.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, string accept, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ApiResponse? response = null;
        try
        {
            var message = CreateMessage(request, accept);
            var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, abort.Token).ConfigureAwait(false);
            response = new ApiResponse(answer, abort);
            if (!response.IsSuccess)
            {
                throw await ReadFailureAsync(response, request, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            if (response is null)
            {
                abort.Dispose();
            }

            response?.Dispose();
            if (Translate(exception, request, cancellationToken) is { } other)
            {
                throw other;
            }

            throw;
        }
    }

    /// <summary>What an exception of .NET means for the caller; null when it says it well enough itself.</summary>
    public Exception? Translate(Exception exception, ApiRequest request, CancellationToken cancellationToken) => exception switch
    {
        OpenRouterException => null,
        _ when cancellationToken.IsCancellationRequested && exception is OperationCanceledException or IOException or HttpRequestException
            => Failures.Cancelled(exception, cancellationToken),
        OperationCanceledException { InnerException: TimeoutException }
            => Failures.Plain($"The HttpClient gave up on {request}. Set the Timeout of the HttpClient to Timeout.InfiniteTimeSpan and cancel by token.", default, exception, isTransient: true),
        OperationCanceledException
            => Failures.Plain($"The handler gave up on {request}. Try again.", default, exception, isTransient: true),
        HttpRequestException or IOException
            => Failures.Plain($"The service could not be reached for {request}: {exception.Message.TrimEnd('.')}. Check the network and try again.", default, exception, isTransient: true),
        _ => null,
    };

    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }

    private static HttpClient CreateClient(HttpMessageHandler? handler, bool useProxy)
    {
        var own = handler ?? new SocketsHttpHandler
        {
            // A redirect would carry prompt and headers to another origin.
            AllowAutoRedirect = false,
            UseCookies = false,

            // What goes to this machine without TLS must not leave it through a proxy.
            UseProxy = useProxy,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),

            // Left as it is, .NET would go on reading an answer that nobody wants, and the service would go on billing it.
            ResponseDrainTimeout = TimeSpan.Zero,
        };
        return new HttpClient(own, disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private async Task<OpenRouterException> ReadFailureAsync(ApiResponse response, ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var buffer = await BodyBuffer.ReadAsync(body, Limits.MaxErrorBytes, cancellationToken).ConfigureAwait(false);
            return Failures.FromStatus(response, buffer.Bytes, request.Anonymous);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            // The status is known; that its body broke off changes nothing.
            return Failures.FromStatus(response, default, request.Anonymous);
        }
    }

    private HttpRequestMessage CreateMessage(ApiRequest request, string accept)
    {
        var address = request.BaseAddress is { } other ? ServiceAddress.Check(other, nameof(request)) : _baseAddress;
        var message = new HttpRequestMessage(request.Method, ServiceAddress.Join(address, request.Path, request.QueryText));
        _headers.Apply(message, request, accept);
        message.Content = RequestContent.Of(request);
        return message;
    }
}
