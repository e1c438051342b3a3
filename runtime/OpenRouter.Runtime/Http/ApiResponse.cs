using OpenRouter.Runtime.Http.Clocks;

namespace OpenRouter.Runtime.Http;

/// <summary>An answer whose headers have arrived. Disposing it ends the request at once, whatever has not been read.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly Failures _failures;

    /// <summary>Takes the headers of an answer.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="guard">What ends the attempt.</param>
    /// <param name="failures">Cleans what the service sends: it may echo the key.</param>
    public ApiResponse(HttpResponseMessage message, CallGuard guard, Failures failures)
    {
        (_message, _failures) = (message, failures);
        Guard = guard;
        GenerationId = failures.Clean(Header("X-Generation-Id"));
        ProviderName = failures.Clean(Header("X-Provider-Name"));
        MediaType = message.Content.Headers.ContentType?.MediaType;
    }

    /// <summary>What ends the attempt.</summary>
    public CallGuard Guard { get; }

    public int Status => (int)_message.StatusCode;

    public bool IsSuccess => _message.IsSuccessStatusCode;

    public string? GenerationId { get; }

    public string? ProviderName { get; }

    public string? ContentType => _failures.Clean(_message.Content.Headers.ContentType?.ToString());

    public string? MediaType { get; }

    public long? ContentLength => _message.Content.Headers.ContentLength;

    /// <summary>How the body is compressed, in the order in which it was; empty when it is not.</summary>
    public ICollection<string> Encodings => _message.Content.Headers.ContentEncoding;

    /// <summary>Whether the body is compressed in any way.</summary>
    public bool IsCompressed
    {
        get
        {
            foreach (var encoding in Encodings)
            {
                if (!encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>What is known of the call.</summary>
    public CallFacts Facts => new(GenerationId, ProviderName);

    /// <summary>The first value of a header.</summary>
    public string? Header(string name)
    {
        // Looked through rather than looked up: .NET's search for names in text is compiled anew in every program.
        foreach (var header in _message.Headers.NonValidated)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && header.Value.GetEnumerator() is var each && each.MoveNext())
            {
                return each.Current;
            }
        }

        return null;
    }

    /// <summary>The body; reading it is limited by the clocks.</summary>
    /// <param name="patience">The time after which the body counts as ended; null for none.</param>
    public ValueTask<ClockedStream> OpenAsync(TimeSpan? patience = null)
    {
        // It is there as a rule, once the headers are.
        var opening = _message.Content.ReadAsStreamAsync(Guard.Token);
        return opening.IsCompletedSuccessfully ? new(new ClockedStream(opening.Result, Guard, patience)) : new(OpenAsync(opening, patience));
    }

    /// <summary>The body, if it can be had without waiting.</summary>
    public Stream? Body() => _message.Content.ReadAsStreamAsync() is { IsCompletedSuccessfully: true } opening ? opening.Result : null;

    public void Dispose()
    {
        // A handler that is not ours may drain the body on disposal; cancelling its request first stops that.
        Guard.Abort();
        _message.Dispose();
        Guard.Dispose();
    }

    private async Task<ClockedStream> OpenAsync(Task<Stream> opening, TimeSpan? patience)
        => new(await opening.ConfigureAwait(false), Guard, patience);
}
