using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>Follows a job as a browser does, and keeps the text as a page would show it.</summary>
internal sealed class Follower(WorkerHost host, string jobId)
{
    private string _text = "";

    public string Text => _text;

    /// <summary>What a browser would send when it comes back.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>The names of the events other than text.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The data of the last event.</summary>
    public JsonElement LastData { get; private set; }

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/jobs/{jobId}/events");
        if (LastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", LastEventId);
        }

        using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal("text/event-stream", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var parser = SseParser.Create(body);
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            LastEventId = parser.LastEventId;
            LastData = JsonSerializer.Deserialize<JsonElement>(item.Data);
            if (item.EventType == "text")
            {
                _text += LastData.GetProperty("text").GetString();
            }
            else
            {
                Names.Add(item.EventType);
                _text = item.EventType == "restart" ? "" : _text;
            }

            yield return item.EventType;
        }
    }

    public async Task ReadToEndAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in ReadAsync(cancellationToken))
        {
        }
    }
}
