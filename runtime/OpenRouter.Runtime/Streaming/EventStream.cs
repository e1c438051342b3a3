using System.Runtime.CompilerServices;
using OpenRouter.Runtime.Annotations;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// A stream of typed events. The request is sent when it is read, and it is read once. Leaving the loop early aborts it.
/// </summary>
/// <typeparam name="TEvent">The type of an event.</typeparam>
/// <remarks>
/// A stream that does not complete throws: <see cref="Core.OpenRouterException"/> when the service reports an error,
/// <see cref="Core.StreamInterruptedException"/> when it ends before its last event, and
/// <see cref="OperationCanceledException"/> with the token of the caller.
/// </remarks>
[ReadOnce]
public sealed class EventStream<TEvent> : IAsyncEnumerable<TEvent>, IAsyncDisposable
    where TEvent : IStreamEvent<TEvent>
{
    private readonly ApiConnection _connection;
    private readonly ApiRequest _request;
    private readonly ItemReader<TEvent> _reader;
    private readonly CancellationToken _token;
    private EventPump<TEvent>? _pump;
    private int _state;

    internal EventStream(ApiConnection connection, ApiRequest request, ItemReader<TEvent> reader, CancellationToken cancellationToken)
    {
        _connection = connection;
        _request = request;
        _reader = reader;
        _token = cancellationToken;
    }

    /// <summary>Called at each keep-alive of the service with the time since the request was sent. Set it before reading.</summary>
    public Action<TimeSpan>? OnKeepAlive { get; set; }

    /// <summary>The id of the generation, known as soon as the headers have arrived.</summary>
    public string? GenerationId => _pump?.GenerationId;

    /// <summary>How the stream ended.</summary>
    [TerminalResult]
    public AnswerOutcome Outcome => _pump?.Outcome ?? AnswerOutcome.InProgress;

    /// <summary>
    /// The answer so far, also after a failure: that of <c>/responses</c>, <c>/messages</c> and <c>/images</c> put together from their
    /// events; of other streams only what the call itself knows. Read it from where the stream is read.
    /// </summary>
    public ChatAnswer Answer => _pump?.Snapshot() ?? new ChatAnswer();

    /// <summary>How many events were read by the shapes of those before.</summary>
    internal int ReadByShape => _pump?.ReadByShape ?? 0;

    /// <summary>Configures how the loop resumes. Without it the call would be ambiguous: the stream is enumerable and disposable.</summary>
    /// <param name="continueOnCapturedContext">False to resume on any thread.</param>
    public ConfiguredCancelableAsyncEnumerable<TEvent> ConfigureAwait(bool continueOnCapturedContext)
        => TaskAsyncEnumerableExtensions.ConfigureAwait((IAsyncEnumerable<TEvent>)this, continueOnCapturedContext);

    /// <inheritdoc/>
    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var before = Interlocked.CompareExchange(ref _state, 1, 0);
        ObjectDisposedException.ThrowIf(before == 2, this);
        if (before == 1)
        {
            throw new InvalidOperationException("A stream is read once, and this one was. Send the request again for another answer.");
        }

        var call = new ApiCall(_connection, _request, _token, cancellationToken) { IsStreamed = true };
        _pump = new EventPump<TEvent>(_connection, call, _reader) { KeepAlive = elapsed => OnKeepAlive?.Invoke(elapsed) };
        return new EventEnumerator<TEvent>(_pump);
    }

    /// <summary>Reads to the end and gives the whole answer; see <see cref="Answer"/>.</summary>
    [StreamCollector]
    public async Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default)
    {
        var events = GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (await events.MoveNextAsync().ConfigureAwait(false))
            {
            }

            return Answer;
        }
    }

    /// <summary>Aborts the request, unless the stream has ended.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _state, 2);
        _pump?.Dispose();
        _request.Received?.Dispose();
        return ValueTask.CompletedTask;
    }
}
