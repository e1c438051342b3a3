using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A service that answers as the test says and remembers what it was sent.</summary>
internal sealed class Script(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Key = "sk-or-v1-0123456789abcdef";

    public static readonly Uri Address = new("https://openrouter.test/api/v1");

    public List<HttpRequestMessage> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public static Script Answers(HttpStatusCode status, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
        => new((_, _) => Task.FromResult(Response(status, new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType, headers)));

    public static Script Streams(string body, params (string Name, string Value)[] headers)
        => Streams(new MemoryStream(Encoding.UTF8.GetBytes(body)), headers);

    public static Script Streams(Stream body, params (string Name, string Value)[] headers)
        => new((_, _) => Task.FromResult(Response(HttpStatusCode.OK, body, "text/event-stream", headers)));

    public static HttpResponseMessage Response(HttpStatusCode status, Stream body, string? contentType, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public ApiTransport Transport(Action<OpenRouterClientOptions>? configure = null)
    {
        // Most tests are about one attempt.
        var options = new OpenRouterClientOptions { ApiKey = Key, Handler = this, Retries = RetryOptions.None };
        configure?.Invoke(options);
        return new ApiTransport(options, Address);
    }

    public ChatStream<TestChunk> Chat(Action<OpenRouterClientOptions>? configure = null)
        => Transport(configure).StreamChat<TestChunk>(ChatRequest(), CancellationToken.None);

    public ChatStream<TestChunk> ChatUntil(CancellationToken cancellationToken)
        => Transport().StreamChat<TestChunk>(ChatRequest(), cancellationToken);

    public static ApiRequest ChatRequest() => new(HttpMethod.Post, "chat/completions") { Operation = "chat" };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return await answer(request, cancellationToken);
    }
}
