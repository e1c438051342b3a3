using System.Runtime.CompilerServices;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// Reads server-sent events from a stream. What is in the buffer completes synchronously; data is handed on as a span
/// of the buffer.
/// </summary>
public sealed class SseReader : IDisposable
{
    private readonly Stream _body;
    private readonly SseParser _parser;
    private bool _isEnded;

    /// <summary>Makes a reader. The stream stays the caller's to dispose.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="maxEventBytes">The most bytes of one event.</param>
    public SseReader(Stream body, int maxEventBytes = 32 * 1024 * 1024)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        _parser = new SseParser(maxEventBytes);
    }

    /// <summary>The data of the event. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Data => _parser.Data;

    /// <summary>The text of the comment. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Comment => _parser.Comment;

    /// <summary>The type of the event; <c>message</c> when it names none.</summary>
    public string EventType => _parser.EventType;

    /// <summary>The last id that the stream named.</summary>
    public string LastEventId => _parser.LastEventId;

    /// <summary>The time to wait before connecting again, when the stream named one.</summary>
    public TimeSpan? RetryDelay => _parser.RetryDelay;

    /// <summary>Sees the bytes as they arrive, before what they hold is handed out.</summary>
    internal Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? BytesReceived { get; set; }

    /// <summary>Reads on to the next event, comment or the end.</summary>
    /// <returns>Never <see cref="SseSignal.NeedBytes"/>.</returns>
    /// <exception cref="EventTooLargeException">The event is larger than allowed.</exception>
    public ValueTask<SseSignal> ReadAsync(CancellationToken cancellationToken = default)
    {
        var signal = _parser.Read();
        return signal == SseSignal.NeedBytes ? ReceiveAsync(cancellationToken) : new ValueTask<SseSignal>(signal);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _parser.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SseSignal> ReceiveAsync(CancellationToken cancellationToken)
    {
        SseSignal signal;
        do
        {
            var room = _parser.GetMemory();
            var count = _isEnded ? 0 : await _body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                _isEnded = true;
                _parser.Complete();
            }
            else if (BytesReceived is { } received)
            {
                await received(room[..count], cancellationToken).ConfigureAwait(false);
            }

            _parser.Advance(count);
            signal = _parser.Read();
        }
        while (signal == SseSignal.NeedBytes);

        return signal;
    }
}
