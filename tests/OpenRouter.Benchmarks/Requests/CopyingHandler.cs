using System.Net;
using System.Net.Http.Headers;

namespace OpenRouter.Benchmarks.Requests;

/// <summary>Takes the body of each request, as a socket would, and answers with the same JSON every time.</summary>
internal sealed class CopyingHandler(byte[] answer) : HttpMessageHandler
{
    /// <summary>Where bodies go.</summary>
    public Stream Sink { get; set; } = Stream.Null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Sink, cancellationToken);
        }

        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
