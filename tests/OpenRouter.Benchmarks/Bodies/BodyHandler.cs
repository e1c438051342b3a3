using System.Net;
using System.Net.Http.Headers;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>Answers every request with one body, in memory.</summary>
internal sealed class BodyHandler(StreamBody body, ReadingWay way) : HttpMessageHandler
{
    private readonly int[] _ends = way switch
    {
        ReadingWay.Whole => [],
        ReadingWay.EventByEvent => body.EventEnds,
        _ => PieceStream.EndsEvery(body.Bytes.Length, 7),
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Stream stream = way == ReadingWay.Whole ? new MemoryStream(body.Bytes, writable: false) : new PieceStream(body.Bytes, _ends);
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
