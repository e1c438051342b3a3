using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1009_CheckErrorChunk;

/// <summary>The class around the members that a test shows, and further clients that deliver errors.</summary>
internal static class Sample
{
    /// <summary>Clients whose errors lie deeper, are objects, come as events, or have an exception of their own.</summary>
    private const string Wires = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenRouter.Runtime.Annotations;

        namespace Acme.Wires
        {
            [StreamChunk(DeliversErrors = true)]
            public sealed class Signal
            {
                [ModelText] public string? Text { get; init; }
                [FinishReason] public string? Ending { get; init; }
                [ChunkError] public Fault? Fault { get; init; }
                public bool HasFailed => Fault is not null;
                public string Type => "signal";
            }

            public sealed record Fault(int Code, string Message);
            public sealed class WireException(Fault fault) : Exception(fault.Message) { }

            public sealed class Wire : IAsyncEnumerable<Signal>
            {
                public Fault? Fault => null;
                public IAsyncEnumerator<Signal> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
                [ModelText] public IAsyncEnumerable<string> TextAsync() => throw new NotImplementedException();
                [SendingMethod(Streams = true)] public static Wire Open() => new();
                [RawChunks] public Wire AsReceived() => this;
            }
        }

        namespace Acme.Nested
        {
            [StreamChunk(DeliversErrors = true)]
            public sealed class Sheet { public IReadOnlyList<Line>? Lines { get; init; } }
            public sealed class Line { [ModelText] public string? Text { get; init; } [ChunkError] public System.Text.Json.JsonElement? Error { get; init; } }
            public sealed class SheetException : Exception { public SheetException() { } public SheetException(string message, Exception? inner = null) : base(message, inner) { } }
            public sealed class TornSheetException : InvalidOperationException;

            [StreamChunk(DeliversErrors = true)]
            public abstract class Happening { [ChunkError] public string? Trouble { get; init; } }
            public sealed class Words : Happening { [ModelText] public string Text { get; init; } = ""; }
            public sealed class Mishap : Happening;

            [StreamChunk(DeliversErrors = true)]
            public sealed class Always { [ModelText] public string Text => ""; [ChunkError] public string Error => ""; }

            public static class Desk
            {
                [SendingMethod(Streams = true)] public static IAsyncEnumerable<Sheet> WriteAsync() => throw new NotImplementedException();
                [SendingMethod(Streams = true)] public static IAsyncEnumerable<Happening> WatchAsync() => throw new NotImplementedException();
                [SendingMethod(Streams = true)] public static IAsyncEnumerable<Always> RepeatAsync() => throw new NotImplementedException();
            }
        }
        """;

    public static TestProject Project { get; } = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, Wires] };

    public static string WithRound(string round)
    {
        return WithBody("await foreach (var scrap in pen.ScribbleAsync()) { text.Append(scrap.Strips.FirstOrDefault()?.Words); " + round + " }");
    }

    public static string WithBody(string body)
    {
        return With("async Task Run(Pen pen, StringBuilder text) { await Task.Yield(); " + body + " }");
    }

    public static string With(string members)
    {
        return $$"""
            using Acme.Nested;
            using Acme.Wires;

            class Sample
            {
                readonly List<Scrap> _all = [];
                Scrap? _last;
                static void Show(object? value) => Console.WriteLine(value);
                static void Keep<T>(T value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
