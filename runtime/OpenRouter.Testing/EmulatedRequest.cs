using System.Text.Json;

namespace OpenRouter.Testing;

/// <summary>A request that reached the emulator, and how its answer went. The key is not in it.</summary>
public sealed class EmulatedRequest
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sentBytes;
    private int _isAborted;

    internal EmulatedRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    /// <summary>The method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path below the base address, such as <c>/chat/completions</c>.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, as it was sent.</summary>
    public string Query { get; }

    /// <summary>The headers; what authorizes reads <c>***</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Whether the key was the one that the emulator knows.</summary>
    public bool IsAuthorized { get; internal init; }

    /// <summary>The body as text.</summary>
    public string BodyText { get; internal init; } = "";

    /// <summary>The body as JSON; of the kind <see cref="JsonValueKind.Undefined"/> when it is none.</summary>
    public JsonElement Body { get; internal init; }

    /// <summary>The id of the generation that was assigned, if one was.</summary>
    public string? GenerationId { get; internal set; }

    /// <summary>Whether the client left before it had the whole answer.</summary>
    public bool Aborted => Volatile.Read(ref _isAborted) != 0;

    /// <summary>How many bytes of the answer the client has taken.</summary>
    public long SentBytes => Interlocked.Read(ref _sentBytes);

    /// <summary>Completes when the answer is over: taken whole, cut, or left.</summary>
    public Task Ended => _ended.Task;

    internal bool HasAuthorization { get; init; }

    internal int SentPieces { get; set; }

    internal Answers.AnswerFacts? Answer { get; set; }

    internal bool IsStreamed => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    internal void Sent(int bytes) => Interlocked.Add(ref _sentBytes, bytes);

    internal void End(bool isAborted)
    {
        if (!_ended.Task.IsCompleted)
        {
            Interlocked.CompareExchange(ref _isAborted, isAborted ? 1 : 0, 0);
            _ended.TrySetResult();
        }
    }
}
