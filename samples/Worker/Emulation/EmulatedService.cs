using OpenRouter.Testing;

namespace Worker.Emulation;

/// <summary>
/// Plays the service inside this process. An emulator remembers all that it was asked, for tests; here it runs for days, so each serves a number of requests and
/// is then replaced. The one before is kept for those who ask later what an answer cost.
/// </summary>
internal sealed class EmulatedService(TimeSpan pace) : HttpMessageHandler
{
    private const int RequestsOfOne = 256;

    private readonly Lock _gate = new();
    private HttpMessageInvoker? _before;
    private HttpMessageInvoker? _now;
    private int _count;

    /// <summary>The key that it accepts; it opens nothing else.</summary>
    public string Key { get; } = new OpenRouterEmulator().Key;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isLookup = request.Method == HttpMethod.Get;
        var (now, before) = Choose(counts: !isLookup);
        var response = await now.SendAsync(request, cancellationToken);
        if (!isLookup || response.IsSuccessStatusCode || before is null)
        {
            return response;
        }

        response.Dispose();
        return await before.SendAsync(request, cancellationToken);
    }

    private (HttpMessageInvoker Now, HttpMessageInvoker? Before) Choose(bool counts)
    {
        lock (_gate)
        {
            if (_now is null || (counts && ++_count % RequestsOfOne == 0))
            {
                // Not disposed: streams of the old one may still run, and it holds nothing but memory.
                (_before, _now) = (_now, new HttpMessageInvoker(new OpenRouterEmulator { Pace = pace }));
            }

            return (_now, _before);
        }
    }
}
