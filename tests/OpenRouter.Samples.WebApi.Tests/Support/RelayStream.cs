using System.Net.ServerSentEvents;
using System.Text.Json;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>A stream of a relay, read by the parser of .NET, which has nothing to do with ours.</summary>
internal sealed class RelayStream : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    public RelayStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        Body = body;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    /// <summary>The bytes, for who reads them in another way.</summary>
    public Stream Body { get; }

    public HttpResponseMessage Response => _response;

    /// <summary>The next event; null at the end.</summary>
    public async Task<RelayEvent?> NextAsync(CancellationToken token)
    {
        if (!await _items.MoveNextAsync().AsTask().WaitAsync(token))
        {
            return null;
        }

        using var data = JsonDocument.Parse(_items.Current.Data);
        return new RelayEvent(_items.Current.EventType, data.RootElement.Clone());
    }

    /// <summary>All events that are still to come.</summary>
    public async Task<IReadOnlyList<RelayEvent>> RestAsync(CancellationToken token)
    {
        var events = new List<RelayEvent>();
        while (await NextAsync(token) is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _response.Dispose();
}
