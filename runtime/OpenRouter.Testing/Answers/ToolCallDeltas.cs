using OpenRouter.Models;
using OpenRouter.Models.Streaming;

namespace OpenRouter.Testing.Answers;

/// <summary>Calls of functions as they are streamed: the name first, then the arguments in pieces.</summary>
internal static class ToolCallDeltas
{
    public static IEnumerable<StreamingChatDelta> Of(ScriptedToolCall call, int index)
    {
        yield return Delta(new StreamingToolCall
        {
            Index = index,
            Id = Id(index),
            Type = "function",
            Function = new StreamingToolCallFunction { Name = call.Name, Arguments = "" },
        });
        foreach (var piece in TokenPieces.Split(call.Arguments))
        {
            yield return Delta(new StreamingToolCall { Index = index, Function = new StreamingToolCallFunction { Arguments = piece } });
        }
    }

    /// <summary>The same in one piece, as an answer that is not streamed has it.</summary>
    public static IReadOnlyList<ChatMessageToolCall>? Whole(ChatScript script)
        => script.ToolCalls.Count == 0 ? null : [.. script.ToolCalls.Select((call, index) => new ChatMessageToolCall
        {
            Index = index,
            Id = Id(index),
            Function = new ChatToolCallFunction { Name = call.Name, Arguments = call.Arguments },
        })];

    private static string Id(int index) => FormattableString.Invariant($"call_emulated_{index}");

    private static StreamingChatDelta Delta(StreamingToolCall call)
        => new() { Role = "assistant", ToolCalls = [call], AdditionalProperties = WireNull.Of("content") };
}
