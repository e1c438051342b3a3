namespace OpenRouter.Runtime.Http;

/// <summary>An answer whose headers have arrived. Disposing it ends the request at once, whatever has not been read.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly CancellationTokenSource _abort;

    public ApiResponse(HttpResponseMessage message, CancellationTokenSource abort)
    {
        _message = message;
        _abort = abort;
        GenerationId = Header("X-Generation-Id");
        ProviderName = Header("X-Provider-Name");
        ContentType = message.Content.Headers.ContentType?.ToString();
        MediaType = message.Content.Headers.ContentType?.MediaType;
    }

    public int Status => (int)_message.StatusCode;

    public bool IsSuccess => _message.IsSuccessStatusCode;

    public string? GenerationId { get; }

    public string? ProviderName { get; }

    public string? ContentType { get; }

    public string? MediaType { get; }

    public long? ContentLength => _message.Content.Headers.ContentLength;

    public string? Header(string name) => _message.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public Task<Stream> OpenAsync(CancellationToken cancellationToken) => _message.Content.ReadAsStreamAsync(cancellationToken);

    public void Dispose()
    {
        // A handler that is not ours may drain the body on disposal; cancelling its request first stops that.
        if (!_abort.IsCancellationRequested)
        {
            try
            {
                _abort.Cancel();
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }

        _message.Dispose();
        _abort.Dispose();
    }
}
