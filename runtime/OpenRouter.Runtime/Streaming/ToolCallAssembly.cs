namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts tool calls together from fragments, whatever a provider leaves out or repeats.</summary>
internal sealed class ToolCallAssembly(AnswerBudget budget)
{
    private readonly List<Entry> _calls = [];
    private readonly Dictionary<long, Entry> _byIndex = [];
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);

    /// <summary>Adds a fragment; <paramref name="id"/> and <paramref name="name"/> are null rather than empty.</summary>
    public void Add(long? index, string? id, string? name, string arguments)
    {
        if ((Find(index, id, name, arguments) ?? Begin(index)) is not { } call)
        {
            return;
        }

        // Some gateways end a call by sending the whole of it once more.
        if (id is not null && id == call.Id && call.Arguments.IsRepeatedBy(arguments))
        {
            return;
        }

        if (call.Id is null && id is not null && budget.Take(id.Length))
        {
            call.Id = id;
            _byId[id] = call;
        }

        if (call.Name is null && name is not null && budget.Take(name.Length))
        {
            call.Name = name;
        }

        if (budget.Take(arguments.Length))
        {
            call.Arguments.Append(arguments);
        }
    }

    /// <summary>The calls as far as they came.</summary>
    /// <param name="isCompleted">Whether the answer is complete.</param>
    /// <param name="finishReason">Why it ended.</param>
    public IReadOnlyList<ToolCall> ToCalls(bool isCompleted, string? finishReason)
    {
        var ids = new ToolCallIds();
        var calls = new List<ToolCall>(_calls.Count);
        foreach (var call in _calls)
        {
            var text = call.Arguments.ToString();
            var isEmpty = string.IsNullOrWhiteSpace(text);

            // An answer cut for its length may have been cut before the first character of the arguments.
            var isWhole = isEmpty ? finishReason != "length" : ToolArguments.IsJson(text);
            calls.Add(new ToolCall(ids.Next(call.Id), call.Name ?? "", isEmpty ? "{}" : text, isCompleted && isWhole));
        }

        return calls;
    }

    private Entry? Find(long? index, string? id, string? name, string arguments)
    {
        if (index is { } key)
        {
            if (!_byIndex.TryGetValue(key, out var atIndex))
            {
                return null;
            }

            if (id is null || atIndex.Id is null || id == atIndex.Id)
            {
                return Continued(atIndex, id, name, arguments);
            }

            // Some gateways send every call under one index: another id is another call, unless it began under this index.
            return _byId.TryGetValue(id, out var known) && known.Index == index ? known : null;
        }

        if (id is not null)
        {
            return _byId.TryGetValue(id, out var known) ? Continued(known, id, name, arguments) : null;
        }

        return _calls.Count == 0 ? null : Continued(_calls[^1], id, name, arguments);
    }

    /// <summary>
    /// A fragment that names a function and brings arguments after whole arguments begins another call, when no index says that
    /// it belongs to the same one and it does not repeat that one word for word.
    /// </summary>
    private static Entry? Continued(Entry call, string? id, string? name, string arguments)
    {
        var mayBegin = name is not null && call.Name is not null && !string.IsNullOrWhiteSpace(arguments) && (id is null || call.Index is null);
        return mayBegin && call.Arguments.IsClosed() && !(id is not null && name == call.Name && call.Arguments.IsRepeatedBy(arguments)) ? null : call;
    }

    private Entry? Begin(long? index)
    {
        if (!budget.Take(AnswerBudget.EntryCost))
        {
            return null;
        }

        var call = new Entry(index);
        _calls.Add(call);
        if (index is { } key)
        {
            _byIndex[key] = call;
        }

        return call;
    }

    private sealed class Entry(long? index)
    {
        public long? Index { get; } = index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public ToolArguments Arguments { get; } = new();
    }
}
