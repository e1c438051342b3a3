using System.Net;
using System.Net.Http.Headers;
using OpenRouter.Core;

namespace OpenRouter.Generated.Tests.Wire;

/// <summary>Answers every request with one body, in the pieces that a test wants. Keeps the last request.</summary>
internal sealed class PlayedBody : HttpMessageHandler
{
    private readonly HttpStatusCode _status;
    private readonly Lazy<OpenRouterClient> _plainClient;

    public PlayedBody(ReadOnlyMemory<byte> body, string contentType = "text/event-stream", int status = 200, Action<OpenRouterClientOptions>? configure = null)
    {
        Body = body;
        ContentType = contentType;
        _status = (HttpStatusCode)status;
        Client = Connect(configure, readsByShape: true);
        _plainClient = new Lazy<OpenRouterClient>(() => Connect(configure, readsByShape: false));
    }

    /// <summary>A client that talks to this handler.</summary>
    public OpenRouterClient Client { get; }

    /// <summary>Another one, which reads each event whole.</summary>
    public OpenRouterClient PlainClient => _plainClient.Value;

    public ReadOnlyMemory<byte> Body { get; set; }

    public string ContentType { get; }

    /// <summary>The most bytes of one read.</summary>
    public int SliceBytes { get; set; } = int.MaxValue;

    /// <summary>A place at which a read ends in any case.</summary>
    public int SplitAt { get; set; }

    /// <summary>Tells for a place where the read that begins there ends at the latest.</summary>
    public Func<int, int>? EndOfRead { get; set; }

    /// <summary>Whether the connection breaks at the end of the body.</summary>
    public bool IsReset { get; set; }

    /// <summary>Headers of the answer.</summary>
    public Dictionary<string, string> AnswerHeaders { get; } = [];

    /// <summary>The last request.</summary>
    public SentRequest? Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = await SentRequest.OfAsync(request, cancellationToken);
        var content = new StreamContent(new PlayedStream(Body, SliceBytes, SplitAt, IsReset) { EndOfRead = EndOfRead });
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        var response = new HttpResponseMessage(_status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in AnswerHeaders)
        {
            response.Headers.Add(name, value);
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
            if (_plainClient.IsValueCreated)
            {
                PlainClient.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private OpenRouterClient Connect(Action<OpenRouterClientOptions>? configure, bool readsByShape)
    {
        var options = new OpenRouterClientOptions { ApiKey = "sk-or-v1-test", Handler = this, Retries = RetryOptions.None, ReadsByShape = readsByShape };
        configure?.Invoke(options);
        return new OpenRouterClient(options);
    }
}
