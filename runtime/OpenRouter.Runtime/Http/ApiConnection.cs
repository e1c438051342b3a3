using System.Buffers;
using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Http.Retries;
using OpenRouter.Runtime.Telemetry;

namespace OpenRouter.Runtime.Http;

/// <summary>Sends requests and turns everything but a success into an exception. Knows no events and no models.</summary>
internal sealed class ApiConnection : IDisposable
{
    /// <summary>After this time the body of an error is read no further.</summary>
    private static readonly TimeSpan ErrorPatience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private readonly bool _ownsHandler;
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
        Pool = options.Pool;
        ReadsByShape = options.ReadsByShape;
        Time = options.TimeProvider;
        Limits = options.Limits;
        Timeouts = options.Timeouts.Check(nameof(options));
        Retries = new RetryPipeline(options.Retries.Check(nameof(options)), Time);
        Failures = new Failures(options.ApiKey, options.TimeProvider);
        Telemetry = new TelemetryPlan(options, new Uri(_baseAddress));
        Inflate = options.Inflate;
        _ownsClient = options.HttpClient is null;
        _ownsHandler = _ownsClient && options.Handler is null;
        _client = options.HttpClient ?? CreateClient(options.Handler);
    }

    public TimeProvider Time { get; }

    public StreamLimits Limits { get; }

    /// <summary>Where the memory of bodies comes from.</summary>
    public ArrayPool<byte> Pool { get; }

    /// <summary>Whether events of a stream are read by the shapes of those before.</summary>
    public bool ReadsByShape { get; }

    public CallTimeouts Timeouts { get; }

    public RetryPipeline Retries { get; }

    public TelemetryPlan Telemetry { get; }

    /// <summary>What inflates answers that are not streamed; null where compression is not asked for.</summary>
    public Func<Stream, ICollection<string>, Stream?>? Inflate { get; }

    public Failures Failures { get; }

    /// <summary>Makes one attempt: sends a request and waits for the headers of its answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accept">What may come back.</param>
    /// <exception cref="OpenRouterException">No answer came, or one that is no success.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ApiResponse> SendAsync(ApiCall call, string accept)
    {
        call.Tokens.ThrowIfCancelled();
        var guard = call.Guard();
        ApiResponse? response = null;
        try
        {
            var message = CreateMessage(call.Request, accept, call.IsStreamed);
            var address = message.RequestUri!;
            HttpResponseMessage answer;
            try
            {
                answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, guard.Token).ConfigureAwait(false);
            }
            finally
            {
                RequestContent.Release(message.Content);
            }

            guard.HeadersArrived();
            response = new ApiResponse(answer, guard, Failures);
            if (message.RequestUri is { } reached && Uri.Compare(address, reached, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                throw Failures.Plain($"The handler followed a redirect of {call.Request} to another host; prompt and headers went there, the key did not. Switch redirects off in the handler.", response.Facts);
            }

            if (!response.IsSuccess)
            {
                throw await ReadFailureAsync(response, call.Request).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            var other = Translate(exception, call.Request, guard);
            if (response is null)
            {
                guard.Abort();
                guard.Dispose();
            }

            response?.Dispose();
            if (other is not null)
            {
                throw other;
            }

            throw;
        }
    }

    /// <summary>What an exception of .NET means for the caller; null when it says it well enough itself.</summary>
    public Exception? Translate(Exception exception, ApiRequest request, CallGuard guard, CallFacts facts = default)
    {
        if (exception is OpenRouterException || exception is not (OperationCanceledException or IOException or HttpRequestException))
        {
            return null;
        }

        if (guard.Fired is { } clock)
        {
            return Failures.TimedOut(clock, request, guard, facts, exception);
        }

        if (guard.IsCancelled)
        {
            return Failures.Cancelled(exception, guard.CallerToken);
        }

        return exception switch
        {
            { InnerException: ConnectTimeoutException or TimeoutException { InnerException: ConnectTimeoutException } }
                => Failures.TimedOut(CallClock.Connect, request, guard, facts, exception),
            OperationCanceledException { InnerException: TimeoutException } when _ownsHandler
                => Failures.TimedOut(CallClock.Connect, request, guard, facts, exception),
            OperationCanceledException { InnerException: TimeoutException } when _client.Timeout != Timeout.InfiniteTimeSpan
                => Failures.Plain($"The HttpClient gave up on {request}. Set the Timeout of the HttpClient to Timeout.InfiniteTimeSpan and use CallTimeouts.", facts, exception, isTransient: true),
            OperationCanceledException { InnerException: TimeoutException }
                => Failures.Plain($"The handler gave up on {request}: a Timeout of its own ran out, such as the ConnectTimeout of a SocketsHttpHandler. Try again, or let it wait longer.", facts, exception, isTransient: true),
            OperationCanceledException
                => Failures.Plain($"The handler gave up on {request}. Try again.", facts, exception, isTransient: true),
            _ => Failures.Plain($"The service could not be reached for {request}: {exception.Message.TrimEnd('.')}. Check the network and try again.", facts, exception, isTransient: true),
        };
    }

    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }

    private HttpClient CreateClient(HttpMessageHandler? handler)
        => new(handler ?? ServiceHandler.Create(_baseAddress.StartsWith("https:", StringComparison.Ordinal), Timeouts.Connect, Time), disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };

    private async Task<OpenRouterException> ReadFailureAsync(ApiResponse response, ApiRequest request)
    {
        try
        {
            // The status says enough: a body that drips is not waited for.
            var body = await response.OpenAsync(ErrorPatience).ConfigureAwait(false);
            using var buffer = await BodyBuffer.ReadAsync(body, Limits.MaxErrorBytes, Pool, response.Guard.Token).ConfigureAwait(false);
            return Failures.FromStatus(response, buffer.Bytes, request.Anonymous);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException && !response.Guard.IsCancelled)
        {
            // The status is known; that its body broke off or never came changes nothing.
            return Failures.FromStatus(response, default, request.Anonymous);
        }
    }

    private HttpRequestMessage CreateMessage(ApiRequest request, string accept, bool isStreamed)
    {
        var address = request.BaseAddress is { } other ? ServiceAddress.Check(other, nameof(request)) : _baseAddress;
        var message = new HttpRequestMessage(request.Method, ServiceAddress.Join(address, request.Path, request.QueryText))
        {
            Version = _client.DefaultRequestVersion,
            VersionPolicy = _client.DefaultVersionPolicy,
        };
        _headers.Apply(message, request, accept);
        if (Inflate is not null && !isStreamed)
        {
            message.Headers.AcceptEncoding.ParseAdd("gzip, br");
        }

        message.Content = RequestContent.Of(request, Pool);
        return message;
    }
}
