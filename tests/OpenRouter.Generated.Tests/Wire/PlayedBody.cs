using System.Net;
using System.Net.Http.Headers;
using OpenRouter.Core;

namespace OpenRouter.Generated.Tests.Wire;

/// <summary>Answers every request with one body, in the pieces that a test wants. Keeps the last request.</summary>
internal sealed class PlayedBody : HttpMessageHandler
{
    public PlayedBody(ReadOnlyMemory<byte> body, string contentType = "text/event-stream")
    {
        Body = body;
        ContentType = contentType;
        Client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "sk-or-v1-test", Handler = this });
    }

    /// <summary>A client that talks to this handler.</summary>
    public OpenRouterClient Client { get; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public string ContentType { get; }

    /// <summary>The most bytes of one read.</summary>
    public int SliceBytes { get; set; } = int.MaxValue;

    /// <summary>A place at which a read ends in any case.</summary>
    public int SplitAt { get; set; }

    /// <summary>Whether the connection breaks at the end of the body.</summary>
    public bool IsReset { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(new PlayedStream(Body, SliceBytes, SplitAt, IsReset));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
        }

        base.Dispose(disposing);
    }
}
