using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>
/// A model as the body of a request, in rented memory. The attempt that sends it releases it, and the memory goes back when
/// nobody sends it any more: a handler may still be at it then. A handler that comes even later gets the model written anew.
/// </summary>
internal sealed class ModelContent : HttpContent
{
    private readonly IJsonWritable _model;
    private readonly ArrayPool<byte> _pool;
    private readonly PieceBuffer _bytes;
    private readonly long _length;
    private int _isReleased;

    /// <summary>Writes a model.</summary>
    public ModelContent(IJsonWritable model, MediaTypeHeaderValue type, ArrayPool<byte> pool)
    {
        Headers.ContentType = type;
        (_model, _pool) = (model, pool);
        _bytes = JsonModel.Buffer(model, JsonFormat.Wire, pool);
        _length = _bytes.Length;
    }

    /// <summary>The attempt is over.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            _bytes.LetGo();
        }
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = Hold();
        try
        {
            for (var i = 0; i < bytes.Count; i++)
            {
                await stream.WriteAsync(bytes[i], cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            bytes.LetGo();
        }
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = Hold();
        try
        {
            for (var i = 0; i < bytes.Count; i++)
            {
                stream.Write(bytes[i].Span);
            }
        }
        finally
        {
            bytes.LetGo();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Release();
        base.Dispose(disposing);
    }

    private PieceBuffer Hold() => _bytes.TryHold() ? _bytes : JsonModel.Buffer(_model, JsonFormat.Wire, _pool);
}
