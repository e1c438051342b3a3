using System.Diagnostics.CodeAnalysis;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Chunks that are kept back until one of them shows that an attempt works, so that a retry repeats nothing that was shown.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
internal sealed class HeldChunks<TChunk>
    where TChunk : class
{
    /// <summary>The most chunks without content that are kept back.</summary>
    private const int MaxPreamble = 16;

    private readonly Queue<Item> _items = [];
    private Item? _marker;
    private bool _works;

    /// <summary>Whether more is to be read before any is handed out.</summary>
    public bool NeedsMore => !_works && _items.Count < MaxPreamble;

    /// <summary>Forgets what an attempt gave, but not what tells of the recovery it belongs to.</summary>
    public void Reset()
    {
        _items.Clear();
        _works = false;
        if (_marker is not null)
        {
            _items.Enqueue(_marker);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _marker = null;
        Reset();
    }

    /// <summary>Puts a chunk before all that the next attempts give.</summary>
    public void Mark(TChunk chunk, StepFacts facts) => _marker = new Item(chunk, facts);

    /// <summary>Tells that the attempt works: what tells of the recovery is handed out once.</summary>
    public void Settle() => _marker = null;

    /// <summary>Keeps a chunk back; the first that says something shows that the attempt works.</summary>
    public void Add(TChunk chunk, StepFacts facts)
    {
        _items.Enqueue(new Item(chunk, facts));
        _works |= facts.HasContent || facts.HasUsage || facts.IsFinished;
    }

    /// <summary>Takes the next chunk.</summary>
    public bool TryTake([NotNullWhen(true)] out TChunk? chunk, out StepFacts facts)
    {
        var hasItem = _items.TryDequeue(out var item);
        (chunk, facts) = (item?.Chunk, item?.Facts ?? default);
        return hasItem;
    }

    private sealed class Item(TChunk chunk, StepFacts facts)
    {
        public TChunk Chunk => chunk;

        public StepFacts Facts => facts;
    }
}
