using System.Collections.Generic;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Recognises the event of a chat completion stream by its members: <c>choices[].delta</c> and <c>choices[].finish_reason</c>.
/// Every service of this family sends that shape, whatever its document calls the schemas.
/// </summary>
internal sealed class ChatProfile
{
    private readonly SchemaReducer _reducer;
    private readonly Dictionary<Schema, ChatPart> _parts = [];

    public ChatProfile(SchemaReducer reducer) => _reducer = reducer;

    public ChatPart PartOf(Schema reduced) => _parts.TryGetValue(reduced, out var part) ? part : ChatPart.None;

    /// <summary>Notes the parts of a chunk schema; false when the event is no chat chunk.</summary>
    public bool TryAdd(Schema eventSchema)
    {
        var chunk = _reducer.Reduce(eventSchema).Schema;
        var choice = ItemOf(chunk, "choices");
        var delta = choice is null ? null : MemberOf(choice, "delta");
        if (delta is not { Properties.Count: > 0 } || MemberOf(choice!, "finish_reason") is null)
        {
            return false;
        }

        _parts[chunk] = ChatPart.Chunk;
        _parts[choice!] = ChatPart.Choice;
        _parts[delta] = ChatPart.Delta;
        AddUsage(MemberOf(chunk, "usage"));
        Add(MemberOf(delta, "audio"), ChatPart.Loose);
        if (ItemOf(delta, "tool_calls") is { } call)
        {
            _parts[call] = ChatPart.ToolCall;
            Add(MemberOf(call, "function"), ChatPart.Loose);
        }

        return true;
    }

    /// <summary>Notes an event of another kind of stream.</summary>
    public void AddEvent(Schema reduced)
    {
        if (PartOf(reduced) == ChatPart.None)
        {
            _parts[reduced] = ChatPart.Event;
        }
    }

    private void AddUsage(Schema? usage)
    {
        Add(usage, ChatPart.Usage);
        Add(usage is null ? null : MemberOf(usage, "prompt_tokens_details"), ChatPart.Loose);
        Add(usage is null ? null : MemberOf(usage, "completion_tokens_details"), ChatPart.Loose);
    }

    private void Add(Schema? schema, ChatPart part)
    {
        if (schema is { Properties.Count: > 0 })
        {
            _parts[schema] = part;
        }
    }

    private Schema? MemberOf(Schema schema, string name)
    {
        var property = schema.Properties.Find(candidate => candidate.Name == name);
        return property is null ? null : _reducer.Reduce(property.Schema).Schema;
    }

    private Schema? ItemOf(Schema schema, string name) =>
        MemberOf(schema, name)?.Items is { } items ? _reducer.Reduce(items).Schema : null;
}
