using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>Which members of other clients mean what; model ids are not marked, for those services have ids of another form.</summary>
internal static class ClientMarks
{
    private static readonly (string Name, object Value) s_streams = (nameof(SendingMethodAttribute.Streams), true);
    private static readonly (string Name, object Value) s_raw = (nameof(StreamChunkAttribute.HasEndChunk), false);

    public static IEnumerable<(string Member, Type Annotation, (string Name, object Value)? Named)> Of(string type)
    {
        return type switch
        {
            "OpenAI.Chat.ChatClient" =>
            [
                ("", typeof(ApiClientAttribute), null),
                ("CompleteChatStreamingAsync", typeof(SendingMethodAttribute), s_streams),
                ("CompleteChatAsync", typeof(SendingMethodAttribute), null),
                ("CompleteChat", typeof(SendingMethodAttribute), null),
                (".ctor(apiKey)", typeof(ApiKeyAttribute), null),
            ],
            "OpenAI.OpenAIClient" => [("", typeof(ApiClientAttribute), null), (".ctor(apiKey)", typeof(ApiKeyAttribute), null)],
            "System.ClientModel.ApiKeyCredential" => [(".ctor(key)", typeof(ApiKeyAttribute), null)],
            "OpenAI.Chat.StreamingChatCompletionUpdate" =>
            [
                ("", typeof(StreamChunkAttribute), s_raw),
                ("FinishReason", typeof(FinishReasonAttribute), null),
                ("ContentUpdate", typeof(ModelTextAttribute), null),
                ("ToolCallUpdates", typeof(ToolCallsAttribute), null),
                ("Usage", typeof(UsageAttribute), null),
            ],
            "OpenAI.Chat.ChatCompletion" =>
            [
                ("FinishReason", typeof(FinishReasonAttribute), null),
                ("Content", typeof(ModelTextAttribute), null),
                ("ToolCalls", typeof(ToolCallsAttribute), null),
                ("Usage", typeof(UsageAttribute), null),
            ],
            "OpenAI.Chat.StreamingChatToolCallUpdate" => [("FunctionArgumentsUpdate", typeof(ToolArgumentsAttribute), null)],
            "OpenAI.Chat.ChatToolCall" => [("FunctionArguments", typeof(ToolArgumentsAttribute), null)],
            "OpenAI.Chat.ToolChatMessage" => [(".ctor(toolCallId)", typeof(ToolCallIdAttribute), null)],
            "OpenAI.Chat.ChatCompletionOptions" =>
            [
                ("Tools", typeof(OffersToolsAttribute), null),
                ("ToolChoice", typeof(ToolChoiceAttribute), null),
                ("ResponseFormat", typeof(ResponseFormatAttribute), null),
                ("Temperature", typeof(ValueRangeAttribute), null),
            ],
            "Microsoft.Extensions.AI.IChatClient" or "Microsoft.Extensions.AI.DelegatingChatClient" or "Microsoft.Extensions.AI.ChatClientExtensions"
                or "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions" =>
            [
                ("GetStreamingResponseAsync", typeof(SendingMethodAttribute), s_streams),
                ("GetResponseAsync", typeof(SendingMethodAttribute), null),
            ],
            "Microsoft.Extensions.AI.ChatResponseExtensions" => [("ToChatResponseAsync", typeof(StreamCollectorAttribute), null)],
            "Microsoft.Extensions.AI.ChatResponseUpdate" =>
            [
                ("", typeof(StreamChunkAttribute), s_raw),
                ("FinishReason", typeof(FinishReasonAttribute), null),
                ("Text", typeof(ModelTextAttribute), null),
                ("Contents", typeof(ToolCallsAttribute), null),
            ],
            "Microsoft.Extensions.AI.ChatResponse" =>
            [
                ("FinishReason", typeof(FinishReasonAttribute), null),
                ("Text", typeof(ModelTextAttribute), null),
                ("Usage", typeof(UsageAttribute), null),
            ],
            "Microsoft.Extensions.AI.ChatOptions" =>
            [
                ("ResponseFormat", typeof(ResponseFormatAttribute), null),
                ("Temperature", typeof(ValueRangeAttribute), null),
            ],
            "Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService" =>
            [
                ("GetStreamingChatMessageContentsAsync", typeof(SendingMethodAttribute), s_streams),
                ("GetChatMessageContentsAsync", typeof(SendingMethodAttribute), null),
            ],
            "Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions" =>
            [
                ("GetStreamingChatMessageContentsAsync", typeof(SendingMethodAttribute), s_streams),
                ("GetChatMessageContentAsync", typeof(SendingMethodAttribute), null),
            ],
            "Microsoft.SemanticKernel.StreamingChatMessageContent" => [("", typeof(StreamChunkAttribute), s_raw), ("Content", typeof(ModelTextAttribute), null)],
            "Microsoft.SemanticKernel.StreamingKernelContent" => [("Metadata", typeof(FinishReasonAttribute), null)],
            "Microsoft.SemanticKernel.ChatMessageContent" => [("Content", typeof(ModelTextAttribute), null)],
            "Microsoft.SemanticKernel.KernelContent" => [("Metadata", typeof(FinishReasonAttribute), null)],
            "Betalgo.Ranul.OpenAI.Interfaces.IChatCompletionService" =>
            [
                ("CreateCompletionAsStream", typeof(SendingMethodAttribute), s_streams),
                ("CreateCompletion", typeof(SendingMethodAttribute), null),
            ],
            "Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels.ChatCompletionCreateResponse" =>
                [("", typeof(StreamChunkAttribute), s_raw), ("Usage", typeof(UsageAttribute), null)],
            "Betalgo.Ranul.OpenAI.ObjectModels.SharedModels.ChatChoiceResponse" => [("FinishReason", typeof(FinishReasonAttribute), null)],
            "Betalgo.Ranul.OpenAI.ObjectModels.RequestModels.ChatMessage" => [("Content", typeof(ModelTextAttribute), null), ("ToolCalls", typeof(ToolCallsAttribute), null)],
            _ => [],
        };
    }
}
