using System.Text;
using OpenRouter.Testing.Answers;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing;

/// <summary>How the emulator answers a request. Immutable: every change gives a copy, so one reply serves many tests.</summary>
/// <remarks>An answer (text, tool calls, reasoning) fits chat completions, streamed or not; the other replies fit every path.</remarks>
public sealed record Reply
{
    private Reply()
    {
    }

    /// <summary>The answer of a model that was told nothing else: a short story.</summary>
    public static Reply Story { get; } = Text(StoryText.Value);

    internal ChatScript? Answer { get; init; }

    internal RawBody? Body { get; init; }

    internal string? ConnectionFailure { get; init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    internal TimeSpan Delay { get; init; }

    internal TimeSpan? Pace { get; init; }

    internal int KeepAlives { get; init; } = 1;

    internal int SliceBytes { get; init; } = int.MaxValue;

    internal StreamFault? Fault { get; init; }

    internal BodyCut? Cut { get; init; }

    internal UsageShape UsageShape { get; init; }

    internal bool HasEndMark { get; init; } = true;

    /// <summary>Answers with a text, streamed in pieces of about a word.</summary>
    public static Reply Text(string text) => Pieces([.. TokenPieces.Split(text)]);

    /// <summary>Answers with a text, streamed in these pieces.</summary>
    public static Reply Pieces(params string[] pieces) => new() { Answer = new ChatScript { Pieces = pieces } };

    /// <summary>Answers with the call of a function.</summary>
    /// <param name="name">The name of the function.</param>
    /// <param name="arguments">The arguments as JSON text, whole or not: a model wrote them.</param>
    public static Reply ToolCall(string name, string arguments) => Pieces().WithToolCall(name, arguments);

    /// <summary>Answers with an error in OpenRouter's form before any stream.</summary>
    public static Reply Error(int status, string message, string? errorType = null)
        => new() { Body = RawBody.Json(status, ErrorText.Envelope(status, message, errorType)) };

    /// <summary>Answers with a page, as a proxy does.</summary>
    public static Reply Html(int status, string html) => Raw(html, "text/html; charset=utf-8", status);

    /// <summary>Answers with exactly this body.</summary>
    public static Reply Raw(string body, string contentType = "text/event-stream", int status = 200)
        => Raw(Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>Answers with exactly these bytes.</summary>
    public static Reply Raw(ReadOnlyMemory<byte> body, string contentType = "text/event-stream", int status = 200)
        => new() { Body = new RawBody(status, contentType, body) };

    /// <summary>Gives no answer: the connection cannot be made.</summary>
    public static Reply Unreachable(string message = "The emulator plays a network that is down.") => new() { ConnectionFailure = message };

    /// <summary>Adds reasoning before the text, as text and as details to send back.</summary>
    /// <param name="text">The reasoning.</param>
    /// <param name="signature">The signature, which comes in a piece of its own.</param>
    public Reply WithReasoning(string text, string? signature = "c2lnbmF0dXJl")
        => Script(answer => answer with { Reasoning = [.. TokenPieces.Split(text)], Signature = signature });

    /// <summary>Adds the call of a function after the text.</summary>
    public Reply WithToolCall(string name, string arguments)
        => Script(answer => answer with { ToolCalls = [.. answer.ToolCalls, new ScriptedToolCall(name, arguments)] });

    /// <summary>Sets the finish reason; null lets the answer end without one.</summary>
    public Reply WithFinish(string? finishReason, string? native = null)
        => Script(answer => answer with { FinishReason = finishReason, NativeFinishReason = native ?? finishReason, HasOwnFinish = true });

    /// <summary>Sets the name of the provider.</summary>
    public Reply WithProvider(string provider) => Script(answer => answer with { Provider = provider });

    /// <summary>Sets the counted usage.</summary>
    public Reply WithUsage(long promptTokens, long completionTokens, decimal cost)
        => Script(answer => answer with { PromptTokens = promptTokens, CompletionTokens = completionTokens, Cost = cost });

    /// <summary>Sets the form of the usage chunk of a stream.</summary>
    public Reply WithUsageShape(UsageShape shape) => this with { UsageShape = shape };

    /// <summary>Leaves the end mark out.</summary>
    public Reply WithoutEndMark() => this with { HasEndMark = false };

    /// <summary>Sets how many keep-alives come before the answer: comments of a stream, blanks before a JSON body.</summary>
    public Reply WithKeepAlives(int count) => this with { KeepAlives = count };

    /// <summary>Adds a header.</summary>
    public Reply WithHeader(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    /// <summary>Asks the client to wait.</summary>
    public Reply WithRetryAfter(TimeSpan wait) => WithHeader("Retry-After", FormattableString.Invariant($"{Math.Ceiling(wait.TotalSeconds):0}"));

    /// <summary>Lets time pass before the headers.</summary>
    public Reply WithDelay(TimeSpan delay) => this with { Delay = delay };

    /// <summary>Lets time pass before each further chunk.</summary>
    public Reply WithPace(TimeSpan pace) => this with { Pace = pace };

    /// <summary>Hands out at most so many bytes to one read.</summary>
    public Reply InSlicesOf(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return this with { SliceBytes = bytes };
    }

    /// <summary>Breaks the stream with an error after some pieces of the answer; a request that is not streamed gets it under status 200.</summary>
    public Reply WithStreamError(StreamErrorShape shape, int afterPieces = 2, int code = 502, string message = "Provider returned error")
        => Script(answer => answer) with { Fault = new StreamFault(shape, afterPieces, code, message) };

    /// <summary>Cuts the body after a number of bytes.</summary>
    public Reply CutAfterBytes(int bytes, CutKind kind = CutKind.Reset) => this with { Cut = new BodyCut(bytes, Pieces: null, kind) };

    /// <summary>Cuts the stream after a number of pieces of the answer.</summary>
    public Reply CutAfterPieces(int pieces, CutKind kind = CutKind.Reset) => this with { Cut = new BodyCut(Bytes: 0, pieces, kind) };

    internal static Reply Of(RawBody body) => new() { Body = body };

    private Reply Script(Func<ChatScript, ChatScript> change)
        => Answer is null
            ? throw new InvalidOperationException("Only an answer can be changed this way; this reply is an error or a body of its own.")
            : this with { Answer = change(Answer) };
}
