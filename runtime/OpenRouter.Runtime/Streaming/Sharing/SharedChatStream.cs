using System.Runtime.CompilerServices;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Streaming.Sharing;

/// <summary>
/// A chat stream that several readers read at their own pace, each from its beginning. It is read once, as fast as it
/// arrives; a reader that falls too far behind is dropped and told so, and holds up nobody. Safe for use by many threads.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
public sealed class SharedChatStream<TChunk> : IAsyncDisposable
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly ChatStream<TChunk> _stream;
    private readonly ChunkLog<TChunk> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task> _reading;

    internal SharedChatStream(ChatStream<TChunk> stream, int capacity)
    {
        _stream = stream;
        _log = new ChunkLog<TChunk>(capacity);
        _reading = new Lazy<Task>(() => Task.Run(ReadAsync));
    }

    /// <summary>The answer so far.</summary>
    public ChatAnswer Answer => _stream.Answer;

    /// <summary>The id of the generation, known as soon as the headers have arrived.</summary>
    public string? GenerationId => _stream.GenerationId;

    /// <summary>Begins to read, or waits for the end. Without it the first reader begins.</summary>
    /// <returns>The end of the stream, however it ends; readers are told how.</returns>
    public Task Completion => _reading.Value;

    /// <summary>Reads all chunks. Every reader gets the same chunks, and the same end: an exception of the stream is thrown to each.</summary>
    /// <param name="fromNow">True to begin with the next chunk instead of the first.</param>
    /// <param name="cancellationToken">Ends this reader; the stream goes on for the others.</param>
    /// <exception cref="ReaderDroppedException">The reader fell behind, or came when the beginning was kept no longer.</exception>
    public async IAsyncEnumerable<TChunk> ReadAllAsync(bool fromNow = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = fromNow ? _log.Next : 0;
        _ = _reading.Value;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (chunk, more) = _log.Read(next);
            if (more is not null)
            {
                await more.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (chunk is null)
            {
                yield break;
            }

            next++;
            yield return chunk;
        }
    }

    /// <summary>Aborts the request, unless the answer has ended; readers are told.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _log.End(new ObjectDisposedException(nameof(SharedChatStream<TChunk>), "The shared stream was disposed before its end."));
        await _stop.CancelAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        if (_reading.IsValueCreated)
        {
            await _reading.Value.ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await foreach (var chunk in _stream.WithCancellation(_stop.Token).ConfigureAwait(false))
            {
                _log.Add(chunk);
            }

            _log.End(null);
        }
        catch (Exception exception)
        {
            _log.End(exception);
        }
    }
}
