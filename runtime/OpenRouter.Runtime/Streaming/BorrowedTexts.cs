using System.ComponentModel;
using System.Runtime.CompilerServices;
using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>The text of a stream in UTF-8, without strings; made by <see cref="ChatStream{TChunk}.AsUtf8"/>.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
[ReadOnce]
public sealed class BorrowedTexts<TChunk> : IAsyncEnumerable<BorrowedText>
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly Func<CancellationToken, ChatPump<TChunk>> _begin;

    internal BorrowedTexts(Func<CancellationToken, ChatPump<TChunk>> begin) => _begin = begin;

    /// <summary>Begins the only loop over the stream.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="InvalidOperationException">The stream is being read already.</exception>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(_begin(cancellationToken));

    /// <inheritdoc/>
    IAsyncEnumerator<BorrowedText> IAsyncEnumerable<BorrowedText>.GetAsyncEnumerator(CancellationToken cancellationToken) => GetAsyncEnumerator(cancellationToken);

    /// <summary>Steps through the pieces.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class Enumerator : IAsyncEnumerator<BorrowedText>
    {
        private readonly ChatPump<TChunk> _pump;
        private readonly Utf8Pieces _pieces = new();
        private bool _isEnded;

        internal Enumerator(ChatPump<TChunk> pump) => _pump = pump;

        /// <inheritdoc/>
        public BorrowedText Current { get; private set; }

        /// <inheritdoc/>
        public ValueTask<bool> MoveNextAsync()
        {
            while (!_isEnded)
            {
                var next = _pump.MoveNextAsync();
                if (!next.IsCompletedSuccessfully)
                {
                    return AwaitAsync(next);
                }

                if (Take(next.Result))
                {
                    return new ValueTask<bool>(true);
                }
            }

            return new ValueTask<bool>(false);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _pump.Dispose();
            return ValueTask.CompletedTask;
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<bool> AwaitAsync(ValueTask<bool> next)
        {
            while (true)
            {
                if (Take(await next.ConfigureAwait(false)))
                {
                    return true;
                }

                if (_isEnded)
                {
                    return false;
                }

                next = _pump.MoveNextAsync();
            }
        }

        /// <summary>Takes a piece; false when the chunk has none.</summary>
        private bool Take(bool hasChunk)
        {
            _isEnded = !hasChunk;
            var piece = !hasChunk ? _pieces.Rest()
                : _pump.Repeated is { } shape ? _pieces.Next(_pump.Lying, shape.Content.IsEscaped)
                : _pieces.Next(_pump.Step.Text);
            Current = new BorrowedText(piece);
            return !piece.IsEmpty;
        }
    }
}
