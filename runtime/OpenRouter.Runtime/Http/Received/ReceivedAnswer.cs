namespace OpenRouter.Runtime.Http.Received;

/// <summary>Stands where requests are sent and gives the one answer that is there already.</summary>
internal sealed class ReceivedAnswer(HttpResponseMessage response) : HttpMessageHandler
{
    private HttpResponseMessage? _response = response;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Interlocked.Exchange(ref _response, null) is { } answer
            ? Task.FromResult(answer)
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri?.AbsolutePath} cannot be sent: this answer came from another HTTP client. Send the request through that one.");

    /// <summary>Disposes the answer, unless somebody has taken it.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Exchange(ref _response, null)?.Dispose();
        }

        base.Dispose(disposing);
    }
}
