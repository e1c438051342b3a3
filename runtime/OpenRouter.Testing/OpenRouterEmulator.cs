using System.Collections.Concurrent;
using OpenRouter.Core;
using OpenRouter.Testing.Answers;
using OpenRouter.Testing.Service;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing;

/// <summary>
/// Answers like OpenRouter, in the process and without a network: <c>/chat/completions</c> streamed and plain, <c>/models</c>,
/// <c>/generation</c>, <c>/key</c>, <c>/credits</c> and <c>/embeddings</c>. Everything is deterministic. Script other
/// answers and faults by <see cref="Next"/> and <see cref="On"/>; see what was asked in <see cref="Requests"/>.
/// </summary>
public sealed class OpenRouterEmulator : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ReplyScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<EmulatedRequest> _requests = new();
    private readonly GenerationIds _ids = new();
    private readonly Lazy<Ledger> _ledger;
    private readonly Lazy<RequestReader> _reader;

    /// <summary>Makes an emulator that tells a story to whoever asks.</summary>
    public OpenRouterEmulator()
    {
        _ledger = new(() => new Ledger(GenerationLag));
        _reader = new(() => new RequestReader(BaseAddress.AbsolutePath.TrimEnd('/'), Key));
    }

    /// <summary>The key that is accepted; every other is refused with 401.</summary>
    public string Key { get; init; } = "sk-or-v1-emulator";

    /// <summary>The address below which the emulator answers.</summary>
    public Uri BaseAddress { get; init; } = OpenRouterClient.DefaultBaseAddress;

    /// <summary>The clock of delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The time between chunks, unless a reply sets its own.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>How many looks at a new generation are answered with 404, since the service needs a while as well.</summary>
    public int GenerationLag { get; init; }

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<EmulatedRequest> Requests => [.. _requests];

    /// <summary>
    /// Makes a client that talks to this emulator. It has the clocks and retries of any client, on the clock of the emulator: a
    /// test about one failure switches retries off.
    /// </summary>
    /// <param name="configure">Changes the options before the client is made.</param>
    public OpenRouterClient CreateClient(Action<OpenRouterClientOptions>? configure = null)
    {
        var options = CreateOptions();
        configure?.Invoke(options);
        return new OpenRouterClient(options);
    }

    /// <summary>Makes the options of a client that talks to this emulator, to be changed before use.</summary>
    public OpenRouterClientOptions CreateOptions()
        => new() { ApiKey = new ApiKey(Key), BaseAddress = BaseAddress, Handler = this, TimeProvider = TimeProvider };

    /// <summary>Scripts the answers to the chat requests that come next.</summary>
    /// <returns>The script of chat completions.</returns>
    public ReplyScript Next(params Reply[] replies) => On(Router.Chat).Next(replies);

    /// <summary>The script of a path below the base address, such as <c>/generation</c>.</summary>
    public ReplyScript On(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return _scripts.GetOrAdd(path[0] == '/' ? path : "/" + path, static _ => new ReplyScript());
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var record = await _reader.Value.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        _requests.Enqueue(record);
        var reply = record.IsAuthorized ? Choose(record) : Reply.Error(401, record.HasAuthorization ? "User not found." : "Missing Authentication header");
        try
        {
            await Task.Delay(reply.Delay, TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            record.End(isAborted: true);
            throw;
        }

        if (reply.ConnectionFailure is { } failure)
        {
            record.End(isAborted: false);
            throw new HttpRequestException(HttpRequestError.ConnectionError, failure);
        }

        var (head, parts) = Compose(reply, record);
        return ResponseWriter.Write(head, BodyPlan.Of(reply, parts), reply, record, request, TimeProvider);
    }

    /// <summary>What was scripted, else what the service answers.</summary>
    private Reply Choose(EmulatedRequest record)
    {
        if (_scripts.TryGetValue(record.Path, out var script) && script.Take(record) is { } scripted)
        {
            return scripted;
        }

        return (record.Method, record.Path) == ("POST", Router.Chat)
            ? Reply.Story
            : Reply.Of(new Router(_ids, _ledger.Value).Answer(record));
    }

    private (RawBody Head, IEnumerable<BodyPart> Parts) Compose(Reply reply, EmulatedRequest record)
    {
        if (reply.Body is { } raw)
        {
            return (raw, [new BodyPart(raw.Bytes, TimeSpan.Zero, IsPiece: false)]);
        }

        if (record.Path != Router.Chat)
        {
            throw new InvalidOperationException($"A chat answer was scripted for {record.Path}; it fits {Router.Chat} alone. Use Reply.Raw there.");
        }

        if (ChatQuestion.Read(record.Body) is not { } question)
        {
            var refusal = Router.Error(400, "messages: Required");
            return (refusal, [new BodyPart(refusal.Bytes, TimeSpan.Zero, IsPiece: false)]);
        }

        var (id, created) = _ids.Next();
        record.Answer = AnswerFacts.Decide(reply.Answer!, question, id, created);
        record.GenerationId = id;
        _ledger.Value.Add(record);
        return record.IsStreamed
            ? (new RawBody(200, "text/event-stream", default), new ChatChunks(record.Answer, reply, reply.Pace ?? Pace).Parts())
            : (new RawBody(200, RawBody.JsonType, default), ChatBody.Parts(record.Answer, reply));
    }
}
