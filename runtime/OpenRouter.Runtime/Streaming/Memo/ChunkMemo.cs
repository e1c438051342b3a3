using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// Reads chunks, and remembers the shapes of the last ones: in most streams a chunk differs from the one before in its texts
/// alone. What does not match byte for byte is read whole.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
internal sealed class ChunkMemo<TChunk>
    where TChunk : class, IChatChunk<TChunk>
{
    /// <summary>Larger events are not kept.</summary>
    private const int MaxBytes = 16 * 1024;

    /// <summary>After so many misses in a row few are kept: the stream has no shape.</summary>
    private const int Patience = 8;
    private const int Seldom = 16;

    private readonly HoleFinder? _finder = TChunk.VaryingTexts is { Count: > 0 } paths ? new HoleFinder(paths) : null;
    private EventShape<TChunk>? _last;
    private EventShape<TChunk>? _before;
    private int _misses;

    /// <summary>How many chunks were read by their texts alone.</summary>
    public int Hits { get; private set; }

    /// <summary>Reads a chunk.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no chunk.</exception>
    public TChunk Read(ReadOnlySpan<byte> data)
    {
        if (_last?.TryRead(data) is { } chunk)
        {
            _misses = 0;
            Hits++;
            return chunk;
        }

        if (_before?.TryRead(data) is { } other)
        {
            (_last, _before, _misses) = (_before, _last, 0);
            Hits++;
            return other;
        }

        var read = JsonModel.Parse<TChunk>(data);
        _misses++;
        if (_finder is not null && data.Length <= MaxBytes && (_misses < Patience || _misses % Seldom == 0) && _finder.Find(data) is { } places)
        {
            (_before, _last) = (_last, new EventShape<TChunk>(data.ToArray(), places, read));
        }

        return read;
    }
}
