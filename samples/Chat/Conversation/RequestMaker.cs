using Chat.Tools;
using OpenRouter.Api;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Runtime.Streaming;

namespace Chat.Conversation;

/// <summary>Writes everything that was said into a request, in its order.</summary>
internal static class RequestMaker
{
    public static CreateStreamingChatCompletionBuilder Make(IOpenRouterClient client, ChatSettings settings, IEnumerable<Turn> turns)
    {
        var request = client.Chat.CreateStreamingChatCompletion(settings.Model);
        if (settings.System is { } system)
        {
            request.AddSystemMessage(system);
        }

        if (settings.Reasoning is { } effort)
        {
            request.WithReasoning(new ChatReasoning { Effort = effort });
        }

        if (settings.MaxTokens is { } most)
        {
            request.WithMaxTokens(most);
        }

        foreach (var tool in settings.OffersTools ? ToolBox.All : [])
        {
            request.AddFunctionTool(tool.Definition);
        }

        foreach (var turn in turns)
        {
            Add(request, turn, settings.Model);
        }

        return request;
    }

    private static void Add(CreateStreamingChatCompletionBuilder request, Turn turn, string model)
    {
        request.AddUserMessage(turn.Question);
        foreach (var (answer, results) in turn.Steps)
        {
            request.AddAssistantMessage(new ChatAssistantMessage
            {
                Content = answer.Text.Length > 0 ? (ChatAssistantContent?)answer.Text : null,
                ToolCalls = results.Count > 0 ? [.. answer.ToolCalls.Select(ToMessage)] : null,
                // Some models insist on the details of their own reasoning; those of another one they cannot read.
                ReasoningDetails = turn.Model == model && answer.ReasoningDetails.Count > 0
                    ? [.. answer.ReasoningDetails.Select(static detail => new ReasoningDetailUnion(detail))]
                    : null,
            });
            for (var call = 0; call < results.Count; call++)
            {
                request.AddToolMessage(answer.ToolCalls[call].Id, results[call]);
            }
        }
    }

    private static ChatMessageToolCall ToMessage(ToolCall call)
        => new() { Id = call.Id, Function = new() { Name = call.Name, Arguments = call.Arguments } };
}
