using OpenRouter.Models;

namespace OpenRouter.Benchmarks.Requests;

/// <summary>The conversation in our types.</summary>
internal static class OurRequest
{
    public static ChatRequest Create() => new()
    {
        Model = Conversation.Model,
        Messages = [.. Conversation.Turns.Select(Message)],
        Tools = [.. Conversation.Tools.Select(static tool => (ChatRequestTool)new ChatFunctionTool
        {
            Function = new ChatFunctionDefinition
            {
                Name = tool.Name,
                Description = tool.Description,
                Parameters = tool.Parameters.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value),
            },
        })],
        MaxTokens = Conversation.MaxTokens,
        Temperature = Conversation.Temperature,
    };

    private static ChatRequestMessage Message(Turn turn)
    {
        var text = new ChatContentText { Text = turn.Text };
        return turn.Role switch
        {
            "system" => new ChatSystemMessage { Content = new[] { text } },
            "tool" => new ChatToolMessage { Content = new ChatContentPart[] { text }, ToolCallId = turn.CallId! },
            "assistant" => new ChatAssistantMessage { Content = new ChatContentPart[] { text }, ToolCalls = Calls(turn) },
            _ when turn.Image is { } image => new ChatUserMessage { Content = new ChatContentPart[] { text, new ChatContentImage { ImageUrl = new ChatInputImage { Url = image } } } },
            _ => new ChatUserMessage { Content = new ChatContentPart[] { text } },
        };
    }

    private static ChatMessageToolCall[]? Calls(Turn turn) => turn.Arguments is { } arguments
        ? [new ChatMessageToolCall { Id = turn.CallId!, Function = new ChatToolCallFunction { Name = "read_records_0", Arguments = arguments } }]
        : null;
}
