using System.Text.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>An answer that is told in parts, each of which has a place: parts are told in the order of their places.</summary>
/// <param name="maxChars">The most characters that are kept.</param>
internal sealed class WireAnswer(long maxChars)
{
    private readonly Dictionary<(long Item, WireKind Kind, long Part), WireSlot> _slots = [];

    public AnswerBudget Budget { get; } = new(maxChars);

    public string? Id { get; private set; }

    public string? Model { get; private set; }

    public string? Provider { get; private set; }

    public string? ServiceTier { get; private set; }

    public JsonElement? Usage { get; set; }

    public JsonElement? Error { get; set; }

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    /// <summary>Whether the event was seen that says that the answer is complete.</summary>
    public bool IsFinished { get; set; }

    /// <summary>Whether anything was seen that a reader would call content.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Whether the model asked for a tool.</summary>
    public bool HasToolCalls
    {
        get
        {
            foreach (var key in _slots.Keys)
            {
                if (key.Kind is WireKind.Tool or WireKind.PlainTool)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Takes what the head of an answer says; what it does not say stays.</summary>
    public void SetHead(JsonElement head)
    {
        Id = Kept(head.Text("id"), Id);
        Model = Kept(head.Text("model"), Model);
        SetProvider(head.Text("provider") ?? head.Provider());
        ServiceTier = Kept(head.Text("service_tier"), ServiceTier);
    }

    /// <summary>Takes the provider, from where this wire has it.</summary>
    public void SetProvider(string? provider) => Provider = Kept(provider, Provider);

    /// <summary>Takes the service tier, from where this wire has it.</summary>
    public void SetServiceTier(string? tier) => ServiceTier = Kept(tier, ServiceTier);

    /// <summary>The slot of a place, made when it is the first to be told of; null when there is no room for one.</summary>
    public WireSlot? At(long item, WireKind kind, long part = 0)
    {
        if (_slots.TryGetValue((item, kind, part), out var slot))
        {
            return slot;
        }

        if (!Budget.Take(AnswerBudget.EntryCost))
        {
            return null;
        }

        HasContent |= kind is WireKind.Tool or WireKind.PlainTool or WireKind.Image or WireKind.Detail;
        return _slots[(item, kind, part)] = new WireSlot(Budget);
    }

    /// <summary>Whether a slot was told of.</summary>
    public bool Has(long item, WireKind kind, long part = 0) => _slots.ContainsKey((item, kind, part));

    /// <summary>Adds a piece of text to a slot.</summary>
    public void Append(long item, WireKind kind, long part, string? piece)
    {
        if (!string.IsNullOrEmpty(piece))
        {
            HasContent = true;
            At(item, kind, part)?.Append(piece);
        }
    }

    /// <summary>Sets the whole text of a slot; null says nothing.</summary>
    public void Set(long item, WireKind kind, long part, string? whole)
    {
        if (whole is not null)
        {
            HasContent |= whole.Length > 0;
            At(item, kind, part)?.Set(whole);
        }
    }

    /// <summary>Forgets the first part of an item, whatever it holds.</summary>
    public void Drop(long item)
    {
        foreach (var kind in Enum.GetValues<WireKind>())
        {
            if (_slots.Remove((item, kind, 0), out var slot))
            {
                Drop(slot);
            }
        }
    }

    /// <summary>Forgets every part.</summary>
    public void DropAll()
    {
        foreach (var slot in _slots.Values)
        {
            Drop(slot);
        }

        _slots.Clear();
    }

    /// <summary>The answer so far.</summary>
    public ChatAnswer Snapshot(AnswerOutcome outcome)
    {
        // What is kept was counted when it came.
        var answer = new ChatAccumulator(long.MaxValue);
        answer.Chunk(Id, Model, Provider, ServiceTier);
        answer.Choice(0, FinishReason, NativeFinishReason);
        if (Usage is { } usage)
        {
            WireUsage.Describe(usage, answer);
        }

        var places = new (long Item, WireKind Kind, long Part)[_slots.Count];
        _slots.Keys.CopyTo(places, 0);
        Array.Sort(places);
        var summarised = Summarised(places);
        foreach (var place in places)
        {
            if (place.Kind != WireKind.Summary || !summarised.Contains(place.Item))
            {
                WireDescription.Tell(place.Kind, place.Part, _slots[place], answer);
            }
        }

        answer.EndChunk();
        return answer.Snapshot(outcome);
    }

    /// <summary>The items whose reasoning arrived whole, so that its summary is not told too.</summary>
    private HashSet<long> Summarised((long Item, WireKind Kind, long Part)[] places)
    {
        var items = new HashSet<long>();
        foreach (var place in places)
        {
            if (place.Kind == WireKind.Reasoning && _slots[place].HasText)
            {
                items.Add(place.Item);
            }
        }

        return items;
    }

    private void Drop(WireSlot slot)
    {
        slot.Drop();
        Budget.Give(AnswerBudget.EntryCost);
    }

    private string? Kept(string? told, string? held)
    {
        if (told is null || told == held || !Budget.Take(AnswerBudget.CostOfName(told)))
        {
            return held;
        }

        Budget.Give(AnswerBudget.CostOfName(held));
        return told;
    }
}
