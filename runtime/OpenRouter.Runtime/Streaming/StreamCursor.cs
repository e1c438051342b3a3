using System.Runtime.CompilerServices;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Streaming.Memo;
using OpenRouter.Runtime.Streaming.Recovery;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Walks the events of one attempt: sends the request at the first step, passes over comments and blank events, sees the
/// end mark, the end of the body and the loss of the connection. Knows no JSON.
/// </summary>
internal sealed class StreamCursor(ApiConnection connection, ApiCall call) : IDisposable
{
    private readonly BodyHead _head = new();
    private ApiResponse? _response;
    private ClockedStream? _body;
    private SseReader? _reader;
    private byte[]? _whole;
    private Exception? _relayFailure;
    private bool _isStepping;
    private bool _isReading;
    private bool _isDraining;
    private int _disposed;
    private int _released;

    /// <summary>Makes the exceptions of this call.</summary>
    public Failures Failures => connection.Failures;

    /// <summary>The request, for messages.</summary>
    public ApiRequest Request => call.Request;

    /// <summary>What the headers said of the call.</summary>
    public CallFacts Facts => _response?.Facts ?? default;

    /// <summary>Told the time since sending at each comment.</summary>
    public Action<TimeSpan>? KeepAlive { get; init; }

    /// <summary>Where the bytes of the body go as they arrive.</summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? Relay { get; init; }

    /// <summary>Turns a whole answer that came instead of a stream into one event; null when it is none.</summary>
    public Func<ReadOnlyMemory<byte>, byte[]?>? Replay { get; init; }

    /// <summary>The data of the event. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Data => _whole is not null ? _whole : _reader is null ? default : _reader.Data;

    /// <summary>What was received behind the event, when another begins there that may be taken; see <see cref="Take"/>.</summary>
    public ReadOnlySpan<byte> Ahead => _reader is null || DoneSeen || Guard.IsOver || IsDisposed ? default : _reader.Ahead;

    /// <summary>As <see cref="Ahead"/>, whatever ends the stream meanwhile: for an event that was found there.</summary>
    public ReadOnlyMemory<byte> Found => _reader!.AheadMemory;

    /// <summary>Looks at <see cref="Ahead"/> when bytes have arrived; true when an event is known there.</summary>
    public Func<bool>? Glance { get; init; }

    /// <summary>Whether the event of this step still lies ahead, and is known.</summary>
    public bool IsGlanced => _reader is { IsGlanced: true };

    /// <summary>The type of the event.</summary>
    public string EventType => _reader?.EventType ?? SseParser.DefaultType;

    /// <summary>Whether the event lacks the blank line at its end.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Whether the end mark was seen, or the answer came whole.</summary>
    public bool DoneSeen { get; private set; }

    /// <summary>Why the connection was lost, if it was.</summary>
    public Exception? Loss { get; private set; }

    /// <summary>The clock that ran out, if one did.</summary>
    public CallClock? Clock { get; private set; }

    /// <summary>The first bytes of a body in which no event was found.</summary>
    public ReadOnlySpan<byte> Head => _head.Bytes;

    private bool IsBodyEnded { get; set; }

    /// <summary>Whether a step is under way.</summary>
    public bool IsStepping => Volatile.Read(ref _isStepping);

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    private CallGuard Guard => _response!.Guard;

    /// <summary>Steps to the next event; false at the end. What is in the buffer completes synchronously.</summary>
    public ValueTask<bool> NextAsync()
    {
        while (_reader is not null && !DoneSeen)
        {
            if (Guard.IsOver || IsDisposed)
            {
                return new ValueTask<bool>(Lose(null));
            }

            var read = _reader.ReadAsync(Guard.Token);
            if (!read.IsCompletedSuccessfully)
            {
                return ContinueAsync(read);
            }

            if (Accept(read.Result) is { } result)
            {
                return new ValueTask<bool>(result);
            }
        }

        return DoneSeen ? new ValueTask<bool>(false) : StartAsync();
    }

    /// <summary>Takes an event from <see cref="Ahead"/>.</summary>
    /// <param name="count">How many bytes it has, with the empty line at its end.</param>
    /// <param name="type">Its type.</param>
    public void Take(int count, string type)
    {
        IsUnterminated = false;
        _reader!.Take(count, type);
    }

    /// <summary>The bytes around the data of the event.</summary>
    public EventFrame Frame()
        => _reader?.Framing.Before is { } before ? new EventFrame(EventType, before, EventFraming.After, isKnown: true) : new EventFrame(EventType, [], [], isKnown: false);

    /// <summary>The first content has arrived.</summary>
    public void FirstTokenArrived() => _response?.Guard.FirstTokenArrived();

    /// <summary>Ends the request: at once, unless the end mark was seen and only the end of the body is missing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // Steps are many and this is once, so it pays for both: behind it, either a step sees the mark or its own is seen here.
        Interlocked.MemoryBarrierProcessWide();

        if (DoneSeen && !IsBodyEnded && _response is not null && _body is not null)
        {
            _isDraining = true;
            Guard.Stop();
            _ = ResponseDrain.DrainAsync(_response, _body.Inner, connection.Time);
        }
        else if (_response is not null)
        {
            Guard.Abort();
        }

        if (!Volatile.Read(ref _isStepping))
        {
            Release();
        }
        else if (!_isDraining && Volatile.Read(ref _isReading))
        {
            // A read that does not heed its token ends with its stream.
            _response?.Dispose();
        }
    }

    /// <summary>Begins a step: until <see cref="Leave"/> the buffer and the body belong to it, whoever disposes.</summary>
    public void Enter()
    {
        Volatile.Write(ref _isStepping, true);
        if (IsDisposed)
        {
            throw call.Tokens.ToException();
        }
    }

    /// <summary>Ends a step, and what was disposed meanwhile.</summary>
    public void Leave()
    {
        Volatile.Write(ref _isStepping, false);
        if (IsDisposed)
        {
            Release();
        }
    }

    /// <summary>Closes the connection, also under a body that was not opened yet, and gives the buffer back.</summary>
    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
        {
            return;
        }

        if (!_isDraining && _response is not null)
        {
            if (!IsBodyEnded && (_body?.Inner ?? _response.Body()) is { } body)
            {
                BodyCut.Cut(body);
            }

            _response.Dispose();
        }

        _reader?.Dispose();
    }

    private async ValueTask<bool> StartAsync()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _response = await connection.SendAsync(call, call.IsStreamed ? "text/event-stream" : "application/json").ConfigureAwait(false);
        if (_response.IsCompressed)
        {
            throw Failures.Plain($"The answer to {Request} is compressed although that was not asked for; a stream would be held back.", Facts);
        }

        _body = await _response.OpenAsync().ConfigureAwait(false);
        if (IsDisposed)
        {
            throw call.Tokens.ToException();
        }

        if (!BodyHead.IsEventStream(_response.MediaType))
        {
            return await ReadWholeAsync(_response, _body).ConfigureAwait(false);
        }

        var limits = new SseLimits { MaxEventBytes = connection.Limits.MaxEventBytes, MaxLineBytes = connection.Limits.MaxEventBytes };
        _reader = new SseReader(_body, limits, connection.Pool) { BytesReceived = ReceiveAsync, Glance = Glance };
        return await NextAsync().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ContinueAsync(ValueTask<SseSignal> read)
    {
        while (true)
        {
            SseSignal signal;
            Volatile.Write(ref _isReading, true);
            try
            {
                signal = await read.ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not SseLimitException && (_relayFailure is null || Guard.IsOver))
            {
                return Lose(exception);
            }
            finally
            {
                Volatile.Write(ref _isReading, false);
            }

            if (Accept(signal) is { } result)
            {
                return result;
            }

            if (Guard.IsOver)
            {
                return Lose(null);
            }

            read = _reader!.ReadAsync(Guard.Token);
        }
    }

    /// <summary>Cancellation is thrown; a lost connection and a clock are ends that the reader of the events judges.</summary>
    private bool Lose(Exception? exception)
    {
        Clock = Guard.Fired;
        if (Clock is null)
        {
            if (exception is null || Guard.IsCancelled || IsDisposed)
            {
                throw Failures.Cancelled(exception, Guard.CallerToken);
            }

            // The last two are what the decoders of .NET throw at a body that is not what its encoding says.
            if (exception is not (IOException or HttpRequestException or OperationCanceledException or InvalidDataException or InvalidOperationException))
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
            }
        }

        Loss = Clock is { } clock ? new TimeoutException(ClockText.Of(clock, Request, Guard), exception) : exception;
        IsBodyEnded = Clock is null;
        return false;
    }

    /// <summary>True for an event, false for the end, null to read on.</summary>
    private bool? Accept(SseSignal signal)
    {
        if (IsGlanced)
        {
            StopHead();
            return true;
        }

        switch (signal)
        {
            case SseSignal.Comment:
                StopHead();
                KeepAlive?.Invoke(call.Timer.Elapsed);
                return null;
            case SseSignal.End:
                IsBodyEnded = true;
                return false;
        }

        StopHead();
        var data = Data is [> (byte)' ', .., > (byte)' '] ? Data : Data.Trim(" \t\r\n"u8);

        // Some proxies make events of comments.
        if (data.IsEmpty || data[0] == ':')
        {
            KeepAlive?.Invoke(call.Timer.Elapsed);
            return null;
        }

        if (data.SequenceEqual("[DONE]"u8))
        {
            DoneSeen = true;
            return false;
        }

        IsUnterminated = signal == SseSignal.UnterminatedEvent;
        return true;
    }

    /// <summary>The body is a stream: its first bytes are no longer of interest.</summary>
    private void StopHead()
    {
        _head.Stop();
        if (Relay is null)
        {
            _reader!.BytesReceived = null;
        }
    }

    private async ValueTask ReceiveAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _head.Add(bytes.Span);
        if (Relay is null)
        {
            return;
        }

        try
        {
            // What was passed on cannot be taken back.
            call.IsCommitted = true;
            await Relay(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _relayFailure = exception;
            throw;
        }
    }

    /// <summary>Reads an answer that is no stream: an error under status 200, a whole answer, or something else.</summary>
    private async ValueTask<bool> ReadWholeAsync(ApiResponse response, ClockedStream body)
    {
        var limits = connection.Limits;
        BodyBuffer buffer;
        try
        {
            buffer = await BodyBuffer.ReadAsync(body, limits.MaxErrorBytes, limits.MaxEventBytes, bytes => Replay is not null && WholeAnswer.CanBegin(bytes.Span), connection.Pool, Guard.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            if (connection.Translate(exception, Request, Guard, Facts) is { } other && (Guard.Fired is not null || Guard.IsCancelled))
            {
                throw other;
            }

            throw Failures.Interrupted($"The connection was lost while the service answered {Request} with {response.ContentType} instead of a stream.", Facts, exception);
        }

        using (buffer)
        {
            IsBodyEnded = !buffer.IsCut;
            if (!buffer.IsCut && ErrorEnvelope.FindUnderSuccess(buffer.Bytes) is null && Replay?.Invoke(buffer.Bytes.ToArray()) is { } whole)
            {
                _whole = whole;
                DoneSeen = true;
                return true;
            }

            throw BodyHead.ToException(Failures, buffer.Bytes[..Math.Min(buffer.Bytes.Length, limits.MaxErrorBytes)], response.ContentType, Request, Facts);
        }
    }
}
