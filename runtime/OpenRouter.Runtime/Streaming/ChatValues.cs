using System.ComponentModel;
using System.Runtime.CompilerServices;
using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>The chunks of a stream as values; made by <see cref="ChatStream{TChunk}.AsValues"/>.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
[ReadOnce]
public sealed class ChatValues<TChunk> : IAsyncEnumerable<ChatValue<TChunk>>
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly Func<CancellationToken, ChatPump<TChunk>> _begin;

    internal ChatValues(Func<CancellationToken, ChatPump<TChunk>> begin) => _begin = begin;

    /// <summary>Begins the only loop over the stream.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="InvalidOperationException">The stream is being read already.</exception>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(_begin(cancellationToken));

    /// <inheritdoc/>
    IAsyncEnumerator<ChatValue<TChunk>> IAsyncEnumerable<ChatValue<TChunk>>.GetAsyncEnumerator(CancellationToken cancellationToken) => GetAsyncEnumerator(cancellationToken);

    /// <summary>Steps through the values.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class Enumerator : IAsyncEnumerator<ChatValue<TChunk>>
    {
        private readonly ChatPump<TChunk> _pump;
        private readonly ChatAccumulator _pieces = new(long.MaxValue) { KeepsText = false };

        internal Enumerator(ChatPump<TChunk> pump) => _pump = pump;

        /// <inheritdoc/>
        public ChatValue<TChunk> Current { get; private set; }

        /// <inheritdoc/>
        public ValueTask<bool> MoveNextAsync()
        {
            var next = _pump.MoveNextAsync();
            return next.IsCompletedSuccessfully ? new ValueTask<bool>(Take(next.Result)) : AwaitAsync(next);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _pump.Dispose();
            return ValueTask.CompletedTask;
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<bool> AwaitAsync(ValueTask<bool> next) => Take(await next.ConfigureAwait(false));

        private bool Take(bool hasChunk)
        {
            if (hasChunk)
            {
                Current = _pump.Value() ?? Of(_pump.Current);
            }

            return hasChunk;
        }

        /// <summary>Asks a chunk for its pieces, as the collected answer does.</summary>
        private ChatValue<TChunk> Of(TChunk chunk)
        {
            _pieces.BeginChunk();
            chunk.Describe(_pieces);
            return _pieces.ToValue(chunk);
        }
    }
}
