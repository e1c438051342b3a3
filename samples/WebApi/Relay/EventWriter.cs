using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using WebApi.Web;

namespace WebApi.Relay;

/// <summary>
/// Writes server-sent events. Names are fixed and data is JSON in one line, so that no text of a model can end an event or begin one.
/// Each event is flushed, and the flush is awaited: a reader that is slow slows the service down, and nothing piles up here.
/// </summary>
/// <param name="context">The request.</param>
/// <param name="patience">How long a reader may take nothing at all.</param>
/// <param name="time">The clock.</param>
internal sealed class EventWriter(HttpContext context, TimeSpan patience, TimeProvider time)
{
    /// <summary>Inside JSON that is no HTML only quotes, backslashes and control characters need escaping.</summary>
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(Stream.Null, Format);
    private bool _hasEnded;

    /// <summary>A piece of the answer.</summary>
    public Task TextAsync(string text, CancellationToken cancellationToken)
        => WriteAsync("event: text\ndata: "u8, new TextEvent(text), RelayJson.Default.TextEvent, cancellationToken);

    /// <summary>A comment: it means nothing and shows that the stream is alive.</summary>
    public Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        Begin();
        context.Response.BodyWriter.Write(": still here\n\n"u8);
        return FlushAsync(cancellationToken);
    }

    /// <summary>The end of an answer.</summary>
    public Task DoneAsync(DoneEvent done, CancellationToken cancellationToken)
    {
        End();
        return WriteAsync("event: done\ndata: "u8, done, RelayJson.Default.DoneEvent, cancellationToken);
    }

    /// <summary>The end of an answer that is not complete.</summary>
    public Task ErrorAsync(ErrorEvent error, CancellationToken cancellationToken)
    {
        End();
        return WriteAsync("event: error\ndata: "u8, error, RelayJson.Default.ErrorEvent, cancellationToken);
    }

    private Task WriteAsync<T>(ReadOnlySpan<byte> head, T data, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Begin();
        var body = context.Response.BodyWriter;
        body.Write(head);
        _json.Reset(body);
        JsonSerializer.Serialize(_json, data, type);
        _json.Flush();
        body.Write("\n\n"u8);
        return FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var flush = context.Response.BodyWriter.FlushAsync(cancellationToken);
        if (!flush.IsCompleted)
        {
            await WaitForReaderAsync(flush.AsTask(), cancellationToken);
        }
        else
        {
            await flush;
        }

        // A connection that is gone takes everything without a word.
        context.RequestAborted.ThrowIfCancellationRequested();
    }

    /// <summary>The rates that Kestrel asks for allow a full buffer minutes; who reads nothing is not waited for that long.</summary>
    private async Task WaitForReaderAsync(Task flush, CancellationToken cancellationToken)
    {
        try
        {
            await flush.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            context.Abort();
            throw new ReaderStalledException();
        }
    }

    private void Begin()
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        // nginx gathers what it passes on unless it is told not to.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private void End()
    {
        if (_hasEnded)
        {
            throw new InvalidOperationException("A stream ends once.");
        }

        _hasEnded = true;
    }
}
