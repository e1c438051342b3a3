using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OpenRouter.Extensions.Tests.Support;

/// <summary>A handler whose chat answers stay open until the test ends them. Like some handlers it breaks what is being read once it is disposed.</summary>
internal sealed class OpenStream : HttpMessageHandler
{
    private readonly Pipe _answer = new();
    private int _isDisposed;

    public bool IsDisposed => Volatile.Read(ref _isDisposed) != 0;

    public async Task SendTextAsync(string text)
        => await WriteAsync($$$"""data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"a/b","choices":[{"index":0,"delta":{"role":"assistant","content":"{{{text}}}"},"finish_reason":null}]}""");

    public async Task EndAsync()
    {
        await WriteAsync("""data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"a/b","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}]}""");
        await WriteAsync("data: [DONE]");
        await _answer.Writer.CompleteAsync();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isChat = request.RequestUri!.AbsolutePath.EndsWith("/chat/completions", StringComparison.Ordinal);
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = isChat ? new StreamContent(_answer.Reader.AsStream()) : new StringContent("""{"data":{"label":"x","limit":null,"usage":0}}"""),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(isChat ? "text/event-stream" : "application/json");
        return Task.FromResult(response);
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _answer.Writer.Complete(new IOException("The handler was disposed."));
        }

        base.Dispose(disposing);
    }

    private async Task WriteAsync(string text) => await _answer.Writer.WriteAsync(Encoding.UTF8.GetBytes(text + "\n\n"));
}
