using System.Runtime.CompilerServices;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Walks the events of one streamed request: sends it at the first step, passes over comments and blank events, sees
/// the end mark, the end of the body and the loss of the connection. Knows no JSON.
/// </summary>
internal sealed class StreamCursor(ApiConnection connection, ApiRequest request, CallerTokens tokens) : IDisposable
{
    private readonly BodyHead _head = new();
    private ApiResponse? _response;
    private Stream? _body;
    private SseReader? _reader;
    private Exception? _relayFailure;
    private bool _isStepping;
    private bool _isReading;
    private bool _isDraining;
    private int _disposed;
    private int _released;

    /// <summary>Measures the call.</summary>
    public AnswerTimer Timer { get; } = new(connection.Time);

    /// <summary>Makes the exceptions of this call.</summary>
    public Failures Failures => connection.Failures;

    /// <summary>The request, for messages.</summary>
    public ApiRequest Request => request;

    /// <summary>The id of the header.</summary>
    public string? GenerationId => _response?.GenerationId;

    /// <summary>The provider of the header.</summary>
    public string? Provider => _response?.ProviderName;

    /// <summary>Told the time since sending at each comment.</summary>
    public Action<TimeSpan>? KeepAlive { get; set; }

    /// <summary>Where the bytes of the body go as they arrive.</summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? Relay { get; set; }

    /// <summary>The data of the event. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Data => _reader is null ? default : _reader.Data;

    /// <summary>The type of the event.</summary>
    public string EventType => _reader?.EventType ?? SseParser.DefaultType;

    /// <summary>Whether the event lacks the blank line at its end.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Whether the end mark was seen.</summary>
    public bool DoneSeen { get; private set; }

    /// <summary>Why the connection was lost, if it was.</summary>
    public Exception? Loss { get; private set; }

    /// <summary>The first bytes of a body in which no event was found.</summary>
    public ReadOnlySpan<byte> Head => _head.Bytes;

    private bool IsBodyEnded { get; set; }

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Begins a step: until <see cref="Leave"/> the buffer and the body belong to it, whoever disposes.</summary>
    public void Enter()
    {
        _isStepping = true;
        Interlocked.MemoryBarrier();
        if (IsDisposed)
        {
            throw tokens.ToException();
        }
    }

    /// <summary>Ends a step, and what was disposed meanwhile.</summary>
    public void Leave()
    {
        _isStepping = false;
        Interlocked.MemoryBarrier();
        if (IsDisposed)
        {
            Release();
        }
    }

    /// <summary>Steps to the next event; false at the end. What is in the buffer completes synchronously.</summary>
    public ValueTask<bool> NextAsync()
    {
        while (_reader is not null && !DoneSeen)
        {
            if (tokens.IsCancelled || IsDisposed)
            {
                return ValueTask.FromException<bool>(tokens.ToException());
            }

            var read = _reader.ReadAsync(tokens.Token);
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

    /// <summary>Ends the request: at once, unless the end mark was seen and only the end of the body is missing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (DoneSeen && !IsBodyEnded && _response is not null && _body is not null)
        {
            _isDraining = true;
            _ = ResponseDrain.DrainAsync(_response, _body, connection.Time);
        }
        else
        {
            tokens.Abort();
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

    /// <summary>Closes the connection, also under a body that was not opened yet, and gives the buffer back.</summary>
    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
        {
            return;
        }

        if (!_isDraining && _response is not null)
        {
            if (_body is null && _response.OpenAsync(CancellationToken.None) is { IsCompletedSuccessfully: true } opening)
            {
                _body = opening.Result;
            }

            if (_body is not null && !IsBodyEnded)
            {
                BodyCut.Cut(_body);
            }

            _response.Dispose();
        }

        _reader?.Dispose();
    }

    private async ValueTask<bool> StartAsync()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Timer.Start();
        try
        {
            _response = await connection.SendAsync(request, "text/event-stream", tokens.Token).ConfigureAwait(false);
            _body = await _response.OpenAsync(tokens.Token).ConfigureAwait(false);
            if (!BodyHead.IsEventStream(_response.MediaType))
            {
                await ThrowNoStreamAsync(_response, _body).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (tokens.IsCancelled || IsDisposed)
        {
            throw tokens.ToException(exception);
        }

        _reader = new SseReader(_body, connection.Limits.MaxEventBytes) { BytesReceived = ReceiveAsync };
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
            catch (Exception exception) when (exception is not EventTooLargeException && (_relayFailure is null || tokens.IsCancelled))
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

            if (tokens.IsCancelled || IsDisposed)
            {
                throw tokens.ToException();
            }

            read = _reader!.ReadAsync(tokens.Token);
        }
    }

    /// <summary>Cancellation is thrown; a lost connection is an end that the reader of the events judges.</summary>
    private bool Lose(Exception exception)
    {
        if (tokens.IsCancelled || IsDisposed)
        {
            throw tokens.ToException(exception);
        }

        // The last two are what the decoders of .NET throw at a body that is not what its encoding says.
        if (exception is not (IOException or HttpRequestException or OperationCanceledException or InvalidDataException or InvalidOperationException))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        }

        Loss = exception;
        IsBodyEnded = true;
        return false;
    }

    /// <summary>True for an event, false for the end, null to read on.</summary>
    private bool? Accept(SseSignal signal)
    {
        switch (signal)
        {
            case SseSignal.Comment:
                _head.Stop();
                KeepAlive?.Invoke(Timer.Elapsed);
                return null;
            case SseSignal.End:
                IsBodyEnded = true;
                return false;
        }

        _head.Stop();
        var data = Data.Trim(" \t\r\n"u8);
        if (data.IsEmpty)
        {
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

    private async ValueTask ReceiveAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _head.Add(bytes.Span);
        if (Relay is null)
        {
            return;
        }

        try
        {
            await Relay(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _relayFailure = exception;
            throw;
        }
    }

    private async Task ThrowNoStreamAsync(ApiResponse response, Stream body)
    {
        var facts = new CallFacts(response.GenerationId, response.ProviderName);
        BodyBuffer buffer;
        try
        {
            buffer = await BodyBuffer.ReadAsync(body, connection.Limits.MaxErrorBytes, tokens.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && !tokens.IsCancelled)
        {
            throw Failures.Interrupted($"The connection was lost while the service answered {request} with {response.ContentType} instead of a stream.", facts, exception);
        }

        using (buffer)
        {
            throw BodyHead.ToException(Failures, buffer.Bytes, response.ContentType, request, facts);
        }
    }
}
