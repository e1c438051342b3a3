using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// What members mean to the analyzers: by the extension <c>x-csharp-role</c>, or by the shapes that all services of this family
/// share, so that a document needs no overlay for the common rules.
/// </summary>
internal sealed class MemberRoles
{
    private static readonly Dictionary<string, MemberRole> Named = new()
    {
        ["finish-reason"] = MemberRole.FinishReason,
        ["usage"] = MemberRole.Usage,
        ["tool-calls"] = MemberRole.ToolCalls,
        ["tool-arguments"] = MemberRole.ToolArguments,
        ["tool-call-id"] = MemberRole.ToolCallId,
        ["model-text"] = MemberRole.ModelText,
        ["model-id"] = MemberRole.ModelId,
        ["chunk-error"] = MemberRole.ChunkError,
        ["tools"] = MemberRole.Tools,
        ["tool-choice"] = MemberRole.ToolChoice,
        ["response-format"] = MemberRole.ResponseFormat,
    };

    private readonly SchemaReducer _reducer;
    private readonly HashSet<Schema> _choices = [];
    private readonly HashSet<Schema> _messages = [];

    public MemberRoles(SchemaReducer reducer) => _reducer = reducer;

    /// <summary>Notes the parts of an answer that is not streamed: <c>choices[].message</c> beside <c>choices[].finish_reason</c>.</summary>
    public void AddAnswer(Schema answer)
    {
        var choices = MemberOf(_reducer.Reduce(answer).Schema, "choices");
        if (choices?.Items is { } items && _reducer.Reduce(items).Schema is var choice && MemberOf(choice, "message") is { } message && MemberOf(choice, "finish_reason") is not null)
        {
            _choices.Add(choice);
            _messages.Add(message);
        }
    }

    public MemberRole Of(Schema owner, SchemaProperty property, ChatPart part)
    {
        if (property.Schema.Role is { } name)
        {
            return Named.TryGetValue(name, out var named) ? named : MemberRole.None;
        }

        return (part, property.Name) switch
        {
            (ChatPart.Chunk, "usage") => MemberRole.Usage,
            (ChatPart.Chunk, "error") => MemberRole.ChunkError,
            (ChatPart.Choice, "finish_reason") => MemberRole.FinishReason,
            (ChatPart.Delta, "content" or "reasoning" or "refusal") => MemberRole.ModelText,
            (ChatPart.Delta, "tool_calls") => MemberRole.ToolCalls,
            (_, "finish_reason") when _choices.Contains(owner) => MemberRole.FinishReason,
            (_, "content" or "reasoning" or "refusal") when _messages.Contains(owner) => MemberRole.ModelText,
            (_, "tool_calls") when _messages.Contains(owner) => MemberRole.ToolCalls,
            (_, "arguments") when Has(owner, "name") && _reducer.Reduce(property.Schema).Schema.Types is { Count: 1 } types && types[0] == "string" => MemberRole.ToolArguments,
            (_, "tool_call_id") => MemberRole.ToolCallId,
            (_, "model") when Has(owner, "messages") => MemberRole.ModelId,
            (_, "tools") when Has(owner, "messages") || Has(owner, "input") => MemberRole.Tools,
            (_, "tool_choice") when Has(owner, "tools") => MemberRole.ToolChoice,
            (_, "response_format") when Has(owner, "messages") => MemberRole.ResponseFormat,
            _ => MemberRole.None,
        };
    }

    private static bool Has(Schema owner, string name) => owner.Properties.Exists(property => property.Name == name);

    private Schema? MemberOf(Schema schema, string name)
    {
        var property = schema.Properties.FirstOrDefault(candidate => candidate.Name == name);
        return property is null ? null : _reducer.Reduce(property.Schema).Schema;
    }
}
