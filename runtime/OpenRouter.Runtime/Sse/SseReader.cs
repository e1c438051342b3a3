using System.Buffers;
using System.Runtime.CompilerServices;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// Reads server-sent events from a stream, one after the other and once. What is in the buffer completes synchronously;
/// data is handed on as a span of the buffer, or copied by <see cref="ReadEventsAsync"/>.
/// </summary>
/// <remarks>
/// It follows the HTML standard: lines end by LF, CR or both, and an event that ends by CR is there at once; one byte order
/// mark is skipped; data lines are joined by LF; a block without data is no event and its type is forgotten; an id that
/// contains NUL and a retry that is no number are ignored. Of bytes that are not UTF-8, data keeps all.
/// </remarks>
public sealed class SseReader : IDisposable
{
    private readonly Stream _body;
    private readonly SseParser _parser;
    private readonly SseReaderUse _use = new();
    private bool _isGlancing;

    /// <summary>Makes a reader. The stream stays the caller's to dispose.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="maxEventBytes">The most bytes of one event, as <see cref="SseLimits.MaxEventBytes"/> counts them.</param>
    public SseReader(Stream body, int maxEventBytes = 32 * 1024 * 1024)
        : this(body, new SseLimits { MaxEventBytes = maxEventBytes, MaxLineBytes = maxEventBytes })
    {
    }

    /// <summary>Makes a reader. The stream stays the caller's to dispose.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="limits">What the body may make it keep.</param>
    public SseReader(Stream body, SseLimits limits)
        : this(body, limits, ArrayPool<byte>.Shared)
    {
    }

    /// <summary>Makes a reader. The stream stays the caller's to dispose.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="limits">What the body may make it keep.</param>
    /// <param name="pool">Where its memory comes from.</param>
    internal SseReader(Stream body, SseLimits limits, ArrayPool<byte> pool)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        _parser = new SseParser(limits, pool);
    }

    /// <summary>The data of the event. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Data => _parser.Data;

    /// <summary>The text of the comment, at most its first 255 bytes. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Comment => _parser.Comment;

    /// <summary>The type of the event; <c>message</c> when it names none.</summary>
    public string EventType => _parser.EventType;

    /// <summary>The last id that the stream named, for the header <c>Last-Event-ID</c> of another request; empty when none.</summary>
    public string LastEventId => _parser.LastEventId;

    /// <summary>The time to wait before connecting again, when the stream named one.</summary>
    public TimeSpan? RetryDelay => _parser.RetryDelay;

    /// <summary>How many bytes of the body were read.</summary>
    public long TotalBytes => _parser.TotalBytes;

    /// <summary>Whether the body ended inside an event, so that something of it may be missing.</summary>
    public bool EndedInsideEvent { get; private set; }

    /// <inheritdoc cref="SseParser.Ahead"/>
    internal ReadOnlySpan<byte> Ahead => _isGlancing || _use.IsIdle ? _parser.Ahead : default;

    /// <inheritdoc cref="SseParser.AheadMemory"/>
    internal ReadOnlyMemory<byte> AheadMemory => _parser.AheadMemory;

    /// <summary>Looks at <see cref="Ahead"/> when bytes have arrived; true when an event is known there, which need not be searched then.</summary>
    internal Func<bool>? Glance { get; set; }

    /// <summary>Whether the last read ended because of <see cref="Glance"/>: the event still lies ahead.</summary>
    internal bool IsGlanced { get; private set; }

    /// <inheritdoc cref="SseParser.Framing"/>
    internal EventFraming Framing => _parser.Framing;

    /// <summary>Sees the bytes as they arrive, before what they hold is handed out.</summary>
    internal Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? BytesReceived { get; set; }

    /// <summary>Reads on to the next event, comment or the end.</summary>
    /// <returns>Never <see cref="SseSignal.NeedBytes"/>.</returns>
    /// <exception cref="EventTooLargeException">The event, or a line of it, is larger than allowed.</exception>
    /// <exception cref="SseLimitException">The body is larger than allowed.</exception>
    /// <exception cref="InvalidOperationException">An earlier read has not ended.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed, be it during this read.</exception>
    public ValueTask<SseSignal> ReadAsync(CancellationToken cancellationToken = default)
    {
        _use.Check();
        IsGlanced = false;
        var signal = Read();
        return signal == SseSignal.NeedBytes ? ReceiveAsync(cancellationToken) : new ValueTask<SseSignal>(signal);
    }

    /// <summary>
    /// Reads the events from here to the end of the body. Comments are passed over, and so is an event without the blank line
    /// that ends it, as the standard wants it; <see cref="EndedInsideEvent"/> tells of it afterwards.
    /// </summary>
    /// <exception cref="EventTooLargeException">An event, or a line of it, is larger than allowed.</exception>
    /// <exception cref="SseLimitException">The body is larger than allowed.</exception>
    public async IAsyncEnumerable<SseEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        SseSignal signal;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            signal = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (signal == SseSignal.Event)
            {
                yield return new SseEvent(EventType, Data.ToArray(), LastEventId, RetryDelay);
            }
        }
        while (signal != SseSignal.End);
    }

    /// <summary>Gives the buffer back; when a read is under way, as soon as it has ended.</summary>
    public void Dispose()
    {
        if (_use.Dispose())
        {
            _parser.Dispose();
        }
    }

    /// <inheritdoc cref="SseParser.Take"/>
    internal void Take(int count, string type) => _parser.Take(count, type);

    private bool Look()
    {
        _isGlancing = true;
        var isKnown = Glance?.Invoke() == true;
        _isGlancing = false;
        return isKnown;
    }

    private SseSignal Read()
    {
        var signal = _parser.Read();
        EndedInsideEvent |= signal == SseSignal.UnterminatedEvent;
        return signal;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SseSignal> ReceiveAsync(CancellationToken cancellationToken)
    {
        _use.Begin();
        bool isKept;
        SseSignal signal;
        try
        {
            do
            {
                var room = _parser.GetMemory();
                var count = await _body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    _parser.Complete();
                }
                else if (BytesReceived is { } received)
                {
                    await received(room[..count], cancellationToken).ConfigureAwait(false);
                }

                _parser.Advance(count);
                IsGlanced = count > 0 && Look();
                signal = IsGlanced ? SseSignal.Event : Read();
            }
            while (signal == SseSignal.NeedBytes && !_use.IsDisposed);
        }
        finally
        {
            // The stream no longer writes into the buffer: what Dispose had to leave is done now.
            isKept = _use.End();
            if (!isKept)
            {
                _parser.Dispose();
            }
        }

        ObjectDisposedException.ThrowIf(!isKept, this);
        return signal;
    }
}
