namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>A small client under the names that our own overlay gives.</summary>
internal static class OurClientStub
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenRouter.Runtime.Annotations;

        namespace OpenRouter.Core
        {
            public interface IOpenRouterClient { OpenRouter.Api.IChatApi Chat { get; } }
        }

        namespace OpenRouter.Models.Streaming
        {
            [StreamChunk]
            public sealed class StreamingChatResponse
            {
                public string? Id { get; init; }
                public IReadOnlyList<StreamingChoice>? Choices { get; init; }
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
                [ToolCalls] public IReadOnlyList<string>? ToolCalls { get; init; }
            }

            public sealed class ChatUsage { public long TotalTokens { get; init; } }

            public readonly record struct FinishReason(string Value)
            {
                public static FinishReason Stop { get; } = new("stop");
                public static FinishReason Length { get; } = new("length");
                public static FinishReason ContentFilter { get; } = new("content_filter");
            }
        }

        namespace OpenRouter.Runtime.Streaming
        {
            // As in the runtime: the answer is marked by nothing.
            public sealed record ChatAnswer
            {
                public string Text { get; init; } = "";
                public string Reasoning { get; init; } = "";
                public string? FinishReason { get; init; }
            }

            public sealed class ChatStream<TChunk> : IAsyncEnumerable<TChunk>, IAsyncDisposable
            {
                public ChatAnswer Answer => new();
                public string? GenerationId => null;
                public Action<TimeSpan>? OnKeepAlive { get; set; }
                public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                public IAsyncEnumerable<string> TextAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [StreamCollector] public Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                public ChatStream<TChunk> AsReceived() => this;
                [StreamCollector] public Task<ChatAnswer> RelayToAsync(System.IO.Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();
                public ValueTask DisposeAsync() => default;
            }
        }

        namespace OpenRouter.Api
        {
            using OpenRouter.Models.Streaming;
            using OpenRouter.Runtime.Streaming;

            public interface IChatApi
            {
                StreamingChatBuilder CreateStreamingChatCompletion(string model);
                ChatBuilder CreateChatCompletion(string model);
                [SendingMethod] Task<ChatAnswer> SendChatCompletionAsync(string request, CancellationToken cancellationToken = default);
            }

            [RequestBuilder]
            public sealed class StreamingChatBuilder
            {
                public StreamingChatBuilder AddUserMessage(string text) => this;
                public StreamingChatBuilder AddSystemMessage(string text) => this;
                public StreamingChatBuilder WithTemperature(double value) => this;
                public StreamingChatBuilder WithCancellation(CancellationToken cancellationToken) => this;
                [SendingMethod(Streams = true)] public ChatStream<StreamingChatResponse> StreamAsync(CancellationToken cancellationToken = default) => new();
            }

            [RequestBuilder]
            public sealed class ChatBuilder
            {
                public ChatBuilder AddUserMessage(string text) => this;
                [SendingMethod] public Task<ChatAnswer> SendAsync(CancellationToken cancellationToken = default) => Task.FromResult(new ChatAnswer());
            }
        }
        """;
}
