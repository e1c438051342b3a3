using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using OpenRouter.Core;
using OpenRouter.Runtime.Annotations;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming.Recovery;
using OpenRouter.Runtime.Streaming.Sharing;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// A streamed chat answer. The request is sent when it is read, and it is read once: by a loop over its chunks, as text,
/// collected, or relayed. The last chunk carries finish reason and usage. Leaving the loop early aborts the request.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
/// <remarks>
/// A stream that does not complete throws: <see cref="OpenRouterException"/> when the service reports an error,
/// <see cref="StreamInterruptedException"/> when it ends without a finish reason, and
/// <see cref="OperationCanceledException"/> with the token of the caller. <see cref="Answer"/> has what had arrived.
/// </remarks>
[ReadOnce]
public sealed partial class ChatStream<TChunk> : IAsyncEnumerable<TChunk>, IAsyncDisposable
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly ApiConnection _connection;
    private readonly ApiRequest _request;
    private readonly ItemReader<TChunk> _reader;
    private readonly CancellationToken _token;
    private ChatPump<TChunk>? _pump;
    private Func<bool, RecoveryPlanner>? _recovery;
    private bool _tellsRecovery;
    private bool _asReceived;
    private int _state;

    internal ChatStream(ApiConnection connection, ApiRequest request, ItemReader<TChunk> reader, CancellationToken cancellationToken)
    {
        _connection = connection;
        _request = request;
        _reader = reader;
        _token = cancellationToken;
    }

    /// <summary>Called at each keep-alive of the service with the time since the request was sent. Set it before reading.</summary>
    public Action<TimeSpan>? OnKeepAlive { get; set; }

    /// <summary>The answer so far, also after a failure. Read it from where the stream is read.</summary>
    public ChatAnswer Answer => _pump?.Snapshot() ?? new ChatAnswer();

    /// <summary>The id of the generation, known as soon as the headers have arrived.</summary>
    public string? GenerationId => _pump?.GenerationId;

    /// <summary>Makes the loop deliver chunks as they were received, without one chunk for the end. Errors still throw.</summary>
    /// <returns>This stream.</returns>
    [RawChunks]
    public ChatStream<TChunk> AsReceived()
    {
        CheckUnread();
        _asReceived = true;
        return this;
    }

    /// <summary>How many events were read by the shapes of those before.</summary>
    internal int ReadByShape => _pump?.ReadByShape ?? 0;

    /// <summary>Configures how the loop resumes. Without it the call would be ambiguous: the stream is enumerable and disposable.</summary>
    /// <param name="continueOnCapturedContext">False to resume on any thread.</param>
    public ConfiguredCancelableAsyncEnumerable<TChunk> ConfigureAwait(bool continueOnCapturedContext)
        => TaskAsyncEnumerableExtensions.ConfigureAwait((IAsyncEnumerable<TChunk>)this, continueOnCapturedContext);

    /// <inheritdoc/>
    public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        return new ChatEnumerator<TChunk>(Begin(cancellationToken, ReadAs.Chunks), _asReceived);
    }

    /// <summary>
    /// Chooses what is tried when the answer breaks off. The loop sees each recovery as a chunk that holds nothing else; see
    /// <see cref="RecoveryOptions"/>. Relayed bytes are passed on as they come, without recovery; text alone is continued, and
    /// begun anew only when <see cref="RecoveryOptions.OnRecovery"/> can be told.
    /// </summary>
    /// <returns>This stream.</returns>
    /// <exception cref="InvalidOperationException">The stream is being read already.</exception>
    public ChatStream<TChunk> WithRecovery(RecoveryOptions recovery)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        CheckUnread();
        // Only here a planner is made, so that a native program without recovery holds none.
        _recovery = canDiscard => new RecoveryPlanner(recovery, canDiscard);
        _tellsRecovery = recovery.OnRecovery is not null;
        return this;
    }

    /// <summary>Reads the text alone; it arrives sooner than in the chunks, since nothing is held back for the end. A character is never cut in two.</summary>
    [ModelText]
    public async IAsyncEnumerable<string> TextAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var pump = Begin(cancellationToken, ReadAs.Answer, canDiscard: _tellsRecovery);
        var pieces = new TextPieces();
        while (await pump.MoveNextAsync().ConfigureAwait(false))
        {
            if (pieces.Next(pump.Step.Text) is { } text)
            {
                yield return text;
            }
        }

        if (pieces.Rest() is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>
    /// Reads the text in batches, for those who cannot take every piece, such as user interfaces. A batch is handed out when its
    /// time is over or when it is full, never empty; when the stream ends or fails, the last batch comes first.
    /// </summary>
    /// <param name="interval">The time from the first piece of a batch to its end, such as 50 milliseconds.</param>
    /// <param name="maxChars">The size at which a batch is full, in characters.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [ModelText]
    public async IAsyncEnumerable<string> BatchAsync(TimeSpan interval, int maxChars = 16 * 1024, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxChars);
        using var pump = Begin(cancellationToken, ReadAs.Answer, canDiscard: _tellsRecovery);
        var batches = new TextBatches(interval, maxChars, _connection.Time);
        await foreach (var batch in batches.ReadAsync(pump.MoveNextAsync, () => pump.Step.Text, cancellationToken).ConfigureAwait(false))
        {
            yield return batch;
        }
    }

    /// <summary>Lets several readers read the stream, each from its beginning. The request is sent when the first one reads.</summary>
    /// <param name="capacity">How many chunks are kept: a reader that is further behind is dropped and told.</param>
    public SharedChatStream<TChunk> Share(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        CheckUnread();
        return new SharedChatStream<TChunk>(this, capacity);
    }

    /// <summary>Reads to the end and gives the whole answer.</summary>
    [StreamCollector]
    public async Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default)
    {
        using var pump = Begin(cancellationToken, ReadAs.Answer);
        return await RunAsync(pump).ConfigureAwait(false);
    }

    /// <summary>Passes the bytes of the stream on as they arrive, and gives the answer at the end.</summary>
    /// <param name="destination">Where the bytes go; flushed after each read.</param>
    /// <param name="cancellationToken">Ends both sides.</param>
    [StreamCollector]
    public async Task<ChatAnswer> RelayToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var pump = Begin(cancellationToken, ReadAs.Answer, relay: async (bytes, token) =>
        {
            await destination.WriteAsync(bytes, token).ConfigureAwait(false);
            await destination.FlushAsync(token).ConfigureAwait(false);
        });
        return await RunAsync(pump).ConfigureAwait(false);
    }

    /// <summary>Passes the bytes of the stream on as they arrive, and gives the answer at the end.</summary>
    /// <param name="destination">Where the bytes go; flushed after each read. It is not completed.</param>
    /// <param name="cancellationToken">Ends both sides.</param>
    [StreamCollector]
    public async Task<ChatAnswer> RelayToAsync(PipeWriter destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var pump = Begin(cancellationToken, ReadAs.Answer, relay: async (bytes, token) =>
        {
            var result = await destination.WriteAsync(bytes, token).ConfigureAwait(false);
            if (result.IsCompleted)
            {
                throw new IOException("The reader of the pipe has gone.");
            }
        });
        return await RunAsync(pump).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks <c>GET /generation</c> what attempts cost that did not say so themselves, since they broke off or were left early.
    /// Call it when the stream has ended. The service writes its record some time later; it is asked again until it has.
    /// </summary>
    /// <returns>The answer with the usage of all attempts that are on record; also those of other providers than the last.</returns>
    /// <exception cref="OpenRouterException">A record cannot be read, or was not written in time.</exception>
    public async Task<ChatAnswer> RepairUsageAsync(CancellationToken cancellationToken = default)
    {
        var answer = Answer;
        var attempts = new List<CallAttempt>(answer.Attempts.Count);
        foreach (var attempt in answer.Attempts)
        {
            attempts.Add(attempt is { Usage: null, GenerationId: { } id }
                ? attempt with { Usage = await GenerationUsage.FetchAsync(_connection, id, cancellationToken).ConfigureAwait(false) }
                : attempt);
        }

        return answer with { Attempts = attempts, Usage = AnswerJoin.Sum(attempts, own: null) ?? answer.Usage };
    }

    /// <summary>Aborts the request, unless the answer has ended.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _state, 2);
        _pump?.Dispose();
        _request.Received?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<ChatAnswer> RunAsync(ChatPump<TChunk> pump)
    {
        while (await pump.MoveNextAsync().ConfigureAwait(false))
        {
        }

        return pump.Snapshot();
    }

    private void CheckUnread()
    {
        if (_state != 0)
        {
            throw new InvalidOperationException("The stream is being read already. Choose how before reading it.");
        }
    }

    private ChatPump<TChunk> Begin(CancellationToken cancellationToken, ReadAs readAs, bool canDiscard = true, bool keepsText = true, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? relay = null)
    {
        var before = Interlocked.CompareExchange(ref _state, 1, 0);
        ObjectDisposedException.ThrowIf(before == 2, this);
        if (before == 1)
        {
            throw new InvalidOperationException("A stream is read once, and this one was. Send the request again for another answer.");
        }

        var call = new ApiCall(_connection, _request, _token, cancellationToken) { IsStreamed = true };
        var planner = relay is null ? _recovery?.Invoke(canDiscard) : null;
        return _pump = new ChatPump<TChunk>(_connection, call, _reader, planner)
        {
            ReadAs = readAs,
            KeepsText = keepsText || planner is not null,
            KeepAlive = elapsed => OnKeepAlive?.Invoke(elapsed),
            Relay = relay,
        };
    }
}
