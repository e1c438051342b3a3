using BlazorChat.Hosting;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace BlazorChat.Conversation;

/// <summary>Asks for an answer to what was said: a model knows nothing of a chat but what is sent again.</summary>
internal static class ChatHistory
{
    /// <summary>Makes the stream of the answer to the last question. Of earlier ones the answer that counts is sent, whole or not: the user has read it.</summary>
    public static ChatStream<StreamingChatResponse> Stream(IOpenRouterClient client, ChatSettings settings, IReadOnlyList<Exchange> history, CancellationToken cancellationToken)
    {
        var request = client.Chat.CreateStreamingChatCompletion(settings.Model).WithMaxTokens(settings.MaxAnswerTokens);
        if (settings.System.Length > 0)
        {
            request.AddSystemMessage(settings.System);
        }

        for (var index = 0; index < history.Count; index++)
        {
            request.AddUserMessage(history[index].Question);
            if (index < history.Count - 1 && history[index].Latest is { Text.Length: > 0 } answer)
            {
                request.AddAssistantMessage(new ChatAssistantMessage
                {
                    Content = answer.Text.ToString(),
                    ReasoningDetails = answer.End?.ReasoningDetails is { Count: > 0 } details ? [.. details.Select(static detail => new ReasoningDetailUnion(detail))] : null,
                });
            }
        }

        return request.StreamAsync(cancellationToken);
    }
}
