namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>A small client under the names that our own overlay gives, annotated as the emitted one is.</summary>
internal static class OurClientStub
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenRouter.Runtime.Annotations;

        namespace OpenRouter.Core
        {
            [ApiClient]
            public interface IOpenRouterClient { OpenRouter.Api.IChatApi Chat { get; } OpenRouter.Api.IResponsesApi Responses { get; } }

            [ApiClient]
            public sealed class OpenRouterClient : IOpenRouterClient, IDisposable
            {
                public OpenRouterClient([ApiKey] string apiKey) { }
                public OpenRouterClient(OpenRouterClientOptions options) { }
                public OpenRouter.Api.IChatApi Chat => null!;
                public OpenRouter.Api.IResponsesApi Responses => null!;
                public void Dispose() { }
            }

            public sealed class OpenRouterClientOptions
            {
                [ApiKey] public ApiKey? ApiKey { get; set; }
                public Uri? BaseAddress { get; set; }
                public HttpClient? HttpClient { get; set; }
            }

            public sealed class ApiKey
            {
                public ApiKey([ApiKey] string value) { }
                public static implicit operator ApiKey?([ApiKey] string? value) => value is null ? null : new(value);
            }

            public class OpenRouterException(string message) : Exception(message) { public string? ErrorType => null; }
        }

        namespace OpenRouter.Models
        {
            public sealed class ChatRequest
            {
                [ModelId] public string? Model { get; init; }
                [Excludes("MaxCompletionTokens")] public long? MaxTokens { get; init; }
                [Excludes("MaxTokens")] public long? MaxCompletionTokens { get; init; }
                [ValueRange(0, 2)] public double? Temperature { get; init; }
                [ValueLength(1, int.MaxValue)] public IReadOnlyList<string>? Messages { get; init; }
                [OffersTools] public IReadOnlyList<ChatTool>? Tools { get; init; }
                [ToolChoice] public ToolChoice? ToolChoice { get; init; }
                [ResponseFormat] public ChatFormat? ResponseFormat { get; init; }
                [ValueLength(0, 256)] public string? SessionId { get; init; }
                [ValuePattern("^[a-z]+$")] public string? User { get; init; }
            }

            public sealed record ChatTool(string Name);
            public sealed record ChatFormat(string Kind) { public static ChatFormat JsonObject { get; } = new("json_object"); public static ChatFormat Text { get; } = new("text"); }
            public readonly record struct ToolChoice(string Value) { public static ToolChoice None { get; } = new("none"); public static ToolChoice Auto { get; } = new("auto"); }
            public readonly record struct EffortLevel(string Value) { public static EffortLevel High { get; } = new("high"); }
            public sealed record ChatReasoning(string? Effort = null);
            public sealed class ChatToolMessage { public string Content { get; init; } = ""; [ToolCallId] public string ToolCallId { get; init; } = ""; }

            public sealed class ChatResult
            {
                public string Id { get; init; } = "";
                public IReadOnlyList<ChatChoice> Choices { get; init; } = [];
                [Usage] public ChatUsage? Usage { get; init; }
            }

            public sealed class ChatChoice
            {
                [FinishReason] public FinishReason? FinishReason { get; init; }
                public ChatAssistantMessage Message { get; init; } = new();
            }

            public sealed class ChatAssistantMessage
            {
                [ModelText] public ChatAssistantContent? Content { get; init; }
                [ModelText] public string? Reasoning { get; init; }
                [ToolCalls] public IReadOnlyList<ChatMessageToolCall>? ToolCalls { get; init; }
            }

            /// <summary>A union of a text and a list of parts.</summary>
            public readonly record struct ChatAssistantContent(object? Value)
            {
                public bool TryGetString(out string? value) { value = Value as string; return value is not null; }
                public override string ToString() => Value?.ToString() ?? "";
            }

            public sealed class ChatMessageToolCall { public string Id { get; init; } = ""; public ChatToolCallFunction Function { get; init; } = new(); }
            public sealed class ChatToolCallFunction { public string Name { get; init; } = ""; [ToolArguments] public string Arguments { get; init; } = "{}"; }
            public sealed class ChatUsage { public long TotalTokens { get; init; } }

            public readonly record struct FinishReason(string Value)
            {
                public static FinishReason Stop { get; } = new("stop");
                public static FinishReason Length { get; } = new("length");
                public static FinishReason ToolCalls { get; } = new("tool_calls");
                public static FinishReason ContentFilter { get; } = new("content_filter");
                public static FinishReason Error { get; } = new("error");
                public override string ToString() => Value;
                public static class Values
                {
                    public const string Stop = "stop";
                    public const string Length = "length";
                    public const string ToolCalls = "tool_calls";
                    public const string ContentFilter = "content_filter";
                    public const string Error = "error";
                }
            }
        }

        namespace OpenRouter.Models.Streaming
        {
            [StreamChunk]
            public sealed class StreamingChatResponse
            {
                public string? Id { get; init; }
                public IReadOnlyList<StreamingChoice>? Choices { get; init; }
                [ChunkError] public string? Error { get; init; }
                [Usage] public ChatUsage? Usage { get; init; }
            }

            public sealed class StreamingChoice
            {
                public long Index { get; init; }
                public ChatDelta? Delta { get; init; }
                [FinishReason] public FinishReason? FinishReason { get; init; }
                [FinishReason] public string? NativeFinishReason { get; init; }
                public bool IsLast => FinishReason is not null;
            }

            public sealed class ChatDelta
            {
                public string? Role { get; init; }
                [ModelText] public string? Content { get; init; }
                [ModelText] public string? Reasoning { get; init; }
                [ToolCalls] public IReadOnlyList<StreamingToolCall>? ToolCalls { get; init; }
            }

            public sealed class StreamingToolCall { public long Index { get; init; } public string? Id { get; init; } public StreamingToolCallFunction? Function { get; init; } }
            public sealed class StreamingToolCallFunction { public string? Name { get; init; } [ToolArguments] public string? Arguments { get; init; } }

            /// <summary>The union of the events of /responses.</summary>
            [StreamChunk(HasEndChunk = false)]
            public readonly record struct ResponseStreamEvent(object? Value)
            {
                public bool TryGetTextDeltaEvent(out TextDeltaEvent? value) { value = Value as TextDeltaEvent; return value is not null; }
                public bool TryGetResponseCompletedEvent(out ResponseCompletedEvent? value) { value = Value as ResponseCompletedEvent; return value is not null; }
                public StreamEventRole Role => default;
            }

            public enum StreamEventRole { Event, Completed, Failed }
            public sealed class TextDeltaEvent { [ModelText] public string Delta { get; init; } = ""; public string Type => "response.output_text.delta"; }
            [TerminalResult] public sealed class ResponseCompletedEvent { public string Status { get; init; } = ""; [Usage] public ChatUsage? Usage { get; init; } }
            [TerminalResult] public sealed class ResponseIncompleteEvent { public string Reason { get; init; } = ""; }
            [TerminalResult] public sealed class ResponseFailedEvent { public string Message { get; init; } = ""; }
        }

        namespace OpenRouter.Runtime.Streaming
        {
            public enum AnswerOutcome { InProgress, Complete, Truncated, Interrupted }

            public sealed record ToolCall(string Id, string Name, [property: ToolArguments] string Arguments, bool IsComplete);

            public sealed record ChatAnswer
            {
                [ModelText] public string Text { get; init; } = "";
                [ModelText] public string Reasoning { get; init; } = "";
                [ToolCalls] public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];
                [FinishReason] public string? FinishReason { get; init; }
                [Usage] public OpenRouter.Models.ChatUsage? Usage { get; init; }
                [TerminalResult] public AnswerOutcome Outcome { get; init; }
            }

            [ReadOnce]
            public sealed class ChatStream<TChunk> : IAsyncEnumerable<TChunk>, IAsyncDisposable
            {
                public ChatAnswer Answer => new();
                public string? GenerationId => null;
                public Action<TimeSpan>? OnKeepAlive { get; set; }
                public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [ModelText] public IAsyncEnumerable<string> TextAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [StreamCollector] public Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [RawChunks] public ChatStream<TChunk> AsReceived() => this;
                public ChatValues<TChunk> AsValues(bool keepsText = false) => throw new NotImplementedException();
                [StreamCollector] public Task<ChatAnswer> RelayToAsync(System.IO.Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();
                public ValueTask DisposeAsync() => default;
            }

            [ReadOnce]
            public sealed class ChatValues<TChunk> : IAsyncEnumerable<ChatValue<TChunk>>
            {
                public IAsyncEnumerator<ChatValue<TChunk>> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
            }

            [StreamChunk]
            public readonly struct ChatValue<TChunk>
            {
                [ModelText] public string? Text => null;
                public TChunk Frame => throw new NotImplementedException();
            }

            [ReadOnce]
            public sealed class EventStream<TEvent> : IAsyncEnumerable<TEvent>, IAsyncDisposable
            {
                public ChatAnswer Answer => new();
                [TerminalResult] public AnswerOutcome Outcome => default;
                public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [StreamCollector] public Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                public ValueTask DisposeAsync() => default;
            }
        }

        namespace OpenRouter.Api
        {
            using OpenRouter.Models;
            using OpenRouter.Models.Streaming;
            using OpenRouter.Runtime.Streaming;

            public interface IChatApi
            {
                StreamingChatBuilder CreateStreamingChatCompletion([ModelId] string model);
                ChatBuilder CreateChatCompletion([ModelId] string model);
                [SendingMethod] Task<ChatResult> SendChatCompletionAsync(ChatRequest request, CancellationToken cancellationToken = default);
            }

            public interface IResponsesApi
            {
                [SendingMethod(Streams = true)] EventStream<ResponseStreamEvent> StreamResponseAsync(string input, CancellationToken cancellationToken = default);
            }

            [RequestBuilder]
            public abstract class ChatBuilderBase<TBuilder> where TBuilder : ChatBuilderBase<TBuilder>
            {
                public TBuilder AddUserMessage(string text) => (TBuilder)this;
                public TBuilder AddSystemMessage(string text) => (TBuilder)this;
                public TBuilder AddAssistantMessage(string text) => (TBuilder)this;
                public TBuilder AddToolMessage([ToolCallId] string toolCallId, string content) => (TBuilder)this;
                public TBuilder AddToolMessage(ChatToolMessage message) => (TBuilder)this;
                public TBuilder WithModel([ModelId] string model) => (TBuilder)this;
                public TBuilder WithTemperature([ValueRange(0, 2)] double temperature) => (TBuilder)this;
                public TBuilder WithTopP([ValueRange(0, 1)] double topP) => (TBuilder)this;
                [Excludes("WithMaxCompletionTokens")] public TBuilder WithMaxTokens([ValueRange(1, double.PositiveInfinity)] long maxTokens) => (TBuilder)this;
                [Excludes("WithMaxTokens")] public TBuilder WithMaxCompletionTokens([ValueRange(1, double.PositiveInfinity)] long maxCompletionTokens) => (TBuilder)this;
                [Excludes("WithReasoningEffort")] public TBuilder WithReasoning(ChatReasoning reasoning) => (TBuilder)this;
                [Excludes("WithReasoning")] public TBuilder WithReasoningEffort(EffortLevel reasoningEffort) => (TBuilder)this;
                [ResponseFormat] public TBuilder WithResponseFormat(ChatFormat responseFormat) => (TBuilder)this;
                [OffersTools] public TBuilder WithTools(IEnumerable<ChatTool> tools) => (TBuilder)this;
                [OffersTools] public TBuilder AddFunctionTool(ChatTool tool) => (TBuilder)this;
                public TBuilder AddOpenrouterWebSearchTool(string tool) => (TBuilder)this;
                [ToolChoice] public TBuilder WithToolChoice(ToolChoice toolChoice) => (TBuilder)this;
                public TBuilder WithSessionId([ValueLength(0, 256)] string sessionId) => (TBuilder)this;
                public TBuilder WithUser([ValuePattern("^[a-z]+$")] string user) => (TBuilder)this;
                public ChatRequest Build() => new();
            }

            [RequestBuilder]
            public sealed class StreamingChatBuilder : ChatBuilderBase<StreamingChatBuilder>
            {
                public StreamingChatBuilder WithCancellation(CancellationToken cancellationToken) => this;
                [SendingMethod(Streams = true)] public ChatStream<StreamingChatResponse> StreamAsync(CancellationToken cancellationToken = default) => new();
            }

            [RequestBuilder]
            public sealed class ChatBuilder : ChatBuilderBase<ChatBuilder>
            {
                [SendingMethod] public Task<ChatResult> SendAsync(CancellationToken cancellationToken = default) => Task.FromResult(new ChatResult());
            }
        }
        """;
}
