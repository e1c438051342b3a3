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

        public sealed class Pen
        {
            public Pen Note(string text) => this;
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Fragment> WriteAsync(int pages = 1, CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<PostEvent> PostAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Envelope> SealAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Mixed> MixAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Tick> TickAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod(Streams = true)] public IAsyncEnumerable<Plain> SpellAsync(CancellationToken stop = default) => throw new NotImplementedException();
            [SendingMethod] public Task<string> SignAsync(string name, CancellationToken stop = default, bool isUrgent = false) => Task.FromResult(name);
            public Task<string> ReadAsync(CancellationToken stop = default) => Task.FromResult("");
        }
        """;
}
