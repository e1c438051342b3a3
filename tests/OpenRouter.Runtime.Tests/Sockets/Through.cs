using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>A client over each kind of HTTP stack that a caller may bring.</summary>
internal sealed class Through : IDisposable
{
    public const string Own = "own handler";
    public const string Handler = "handler of the caller";
    public const string Client = "client of the caller";
    public const string Http2 = "HTTP/2";

    private readonly List<IDisposable> _owned = [];

    public Through(string kind, Uri address, Action<OpenRouterClientOptions>? configure = null)
    {
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, Retries = RetryOptions.None };
        switch (kind)
        {
            case Handler:
                options.Handler = Keep(new SocketsHttpHandler());
                break;
            case Client:
                options.HttpClient = Keep(new HttpClient(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan });
                break;
            case Http2:
                options.Handler = Keep(new AsHttp2(new SocketsHttpHandler()));
                break;
        }

        configure?.Invoke(options);
        Transport = new ApiTransport(options, address);
    }

    public ApiTransport Transport { get; }

    public void Dispose()
    {
        Transport.Dispose();
        _owned.ForEach(static owned => owned.Dispose());
    }

    private T Keep<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    private sealed class AsHttp2(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
