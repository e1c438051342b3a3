namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>A client of another document, under other names and of another shape: rules bind to annotations only.</summary>
internal static class OtherClientStub
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenRouter.Runtime.Annotations;

        namespace Acme.Letters;

        [StreamChunk]
        public sealed class Fragment
        {
            [ModelText] public string Words { get; init; } = "";
            [FinishReason] public string? StopCause { get; init; }
        }

        [StreamChunk]
        public abstract class PostEvent { public string Kind { get; init; } = ""; }

        public sealed class WordsEvent : PostEvent { [ModelText] public string Words { get; init; } = ""; }

        [TerminalResult]
        public sealed class PostedEvent : PostEvent { public string? Postmark { get; init; } }

        [StreamChunk]
        public sealed class Envelope
        {
            [ModelText] public string? Words { get; init; }
            [TerminalResult] public PostedEvent? Posted { get; init; }
        }

        /// <summary>A union whose case is an object.</summary>
        [StreamChunk]
        public readonly struct Mixed
        {
            public object? Case { get; init; }
            [ModelText] public string? Words { get; init; }
            public PostedEvent? Posted { get; init; }
        }

        /// <summary>A stream that can end in no particular way.</summary>
        [StreamChunk]
        public sealed class Tick { [ModelText] public string Words { get; init; } = ""; }

        public enum Cause { Done, MaxTokens }

        /// <summary>Nothing here says which member is text.</summary>
        [StreamChunk]
        public sealed class Plain
        {
            public string Body { get; init; } = "";
            [FinishReason] public Cause Cause { get; init; }
        }

        /// <summary>Chunks as they come: the end is spread over several, lists may be empty, errors are data.</summary>
        [StreamChunk(HasEndChunk = false, DeliversErrors = true)]
        public sealed class Scrap
        {
            public IReadOnlyList<Strip> Strips { get; init; } = [];
            [ChunkError] public string? Blot { get; init; }
            [Usage] public string? Ink { get; init; }
        }

        public sealed class Strip { [ModelText] public string? Words { get; init; } [FinishReason] public Cause? Cause { get; init; } }

        /// <summary>An answer that is not streamed.</summary>
        public sealed class Letter
        {
            [ModelText] public string Words { get; init; } = "";
            [FinishReason] public string? StopCause { get; init; }
            [ToolCalls] public IReadOnlyList<Order> Orders { get; init; } = [];
            [Usage] public string? Ink { get; init; }
        }

        public sealed class Order { public string Number { get; init; } = ""; [ToolArguments] public string Details { get; init; } = "{}"; }

        /// <summary>A chunk that holds pieces of orders.</summary>
        [StreamChunk]
        public sealed class Scroll { [ModelText] public string? Words { get; init; } [ToolCalls] public IReadOnlyList<Order>? Orders { get; init; } }

        [ApiClient]
        public sealed class PostOffice
        {
            public PostOffice([ApiKey] string stamp, System.Net.Http.HttpClient? carrier = null) { }
            public Pen Take([ModelId] string writer) => new();
        }

        [RequestBuilder]
        public sealed class Pen
        {
            public Pen Note(string text) => this;
            public Pen WithPages([ValueRange(1, 100)] int pages) => this;
            [Excludes("WithPatience")] public Pen WithHaste(bool haste) => this;
            public Pen WithPatience(bool patience) => this;
            [OffersTools] public Pen AddErrand(string errand) => this;
            [ToolChoice] public Pen WithErrandChoice(string choice) => this;
            [ResponseFormat] public Pen WithForm(string form) => this;
            public Pen AddReceipt([ToolCallId] string order, string result) => this;
            [SendingMethod] public Task<Letter> FinishAsync(CancellationToken stop = default) => Task.FromResult(new Letter());
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Scrap> ScribbleAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Fragment> WriteAsync(int pages = 1, CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<PostEvent> PostAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Envelope> SealAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Mixed> MixAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Tick> TickAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Plain> SpellAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Scroll> UnrollAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod] public Task<string> SignAsync(string name, CancellationToken stop = default, bool isUrgent = false) => Task.FromResult(name);
            public Task<string> ReadAsync(CancellationToken stop = default) => Task.FromResult("");
        }
        """;
}
