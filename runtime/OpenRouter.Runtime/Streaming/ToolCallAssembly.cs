using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts tool calls together from fragments, whatever a provider leaves out or repeats.</summary>
internal sealed class ToolCallAssembly
{
    private readonly List<Entry> _calls = [];
    private readonly Dictionary<long, Entry> _byIndex = [];
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);

    /// <summary>Adds a fragment; <paramref name="id"/> and <paramref name="name"/> are null rather than empty.</summary>
    public void Add(long? index, string? id, string? name, string arguments)
    {
        var call = Find(index, id, name, arguments) ?? Begin(index);
        if (call.Id is null && id is not null)
        {
            call.Id = id;
            _byId[id] = call;
        }

        call.Name ??= name;
        call.Arguments.Append(arguments);
    }

    /// <summary>The calls as far as they came.</summary>
    /// <param name="isCompleted">Whether the answer is complete.</param>
    /// <param name="finishReason">Why it ended.</param>
    public IReadOnlyList<ToolCall> ToCalls(bool isCompleted, string? finishReason)
    {
        if (_calls.Count == 0)
        {
            return [];
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var calls = new List<ToolCall>(_calls.Count);
        foreach (var call in _calls)
        {
            var text = call.Arguments.ToString();
            var isEmpty = string.IsNullOrWhiteSpace(text);

            // An answer cut for its length may have been cut before the first character of the arguments.
            var isWhole = isEmpty ? finishReason != "length" : IsJson(text);
            calls.Add(new ToolCall(UniqueId(call.Id, used), call.Name ?? "", isEmpty ? "{}" : text, isCompleted && isWhole));
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

            // Some gateways send every call under one index: another id is another call.
            return id is not null && atIndex.Id is not null && id != atIndex.Id ? null : Continued(atIndex, id, name, arguments);
        }

        if (id is not null)
        {
            return _byId.GetValueOrDefault(id);
        }

        return _calls.Count == 0 ? null : Continued(_calls[^1], id, name, arguments);
    }

    /// <summary>A fragment that names a function again after whole arguments, without an id, begins another call.</summary>
    private static Entry? Continued(Entry call, string? id, string? name, string arguments)
    {
        var repeats = id is null && name is not null && call.Name is not null && !string.IsNullOrWhiteSpace(arguments);
        return repeats && IsJson(call.Arguments.ToString()) ? null : call;
    }

    private Entry Begin(long? index)
    {
        var call = new Entry();
        _calls.Add(call);
        if (index is { } key)
        {
            _byIndex[key] = call;
        }

        return call;
    }

    private static string UniqueId(string? id, HashSet<string> used)
    {
        if (id is not null && used.Add(id))
        {
            return id;
        }

        var number = used.Count;
        string made;
        do
        {
            made = $"call_local_{number++}";
        }
        while (!used.Add(made));

        return made;
    }

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), JsonFormat.Reader);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Entry
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
