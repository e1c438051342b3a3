using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Native.Bodies;

/// <summary>Streams of <c>/responses</c> and <c>/messages</c>, and how they end.</summary>
/// <param name="Name">What the body is about.</param>
/// <param name="Expected">How it ends.</param>
/// <param name="Text">The text that arrives.</param>
/// <param name="Code">The code of its error.</param>
/// <param name="Events">The data of its events.</param>
internal sealed record EventBodies(string Name, AnswerOutcome Expected, string Text, string? Code, params string[] Events)
{
    private const string Created = """{"type":"response.created","sequence_number":0,"response":{"id":"gen-1","object":"response","created_at":1787000000,"model":"a/b","status":"in_progress","output":[],"usage":null}}""";
    private const string Delta = """{"type":"response.output_text.delta","sequence_number":1,"item_id":"m","output_index":0,"content_index":0,"delta":"Hi"}""";
    private const string ResponseEnd = """{"type":"response.completed","sequence_number":2,"response":{"id":"gen-1","object":"response","created_at":1787000000,"model":"a/b","status":"completed","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hi","annotations":[]}]}],"usage":{"input_tokens":3,"output_tokens":1,"total_tokens":4,"cost":0.5}}}""";
    private const string Failed = """{"type":"response.failed","sequence_number":2,"response":{"id":"gen-1","status":"failed","error":{"code":"server_error","message":"m"}}}""";
    private const string FlatError = """{"type":"error","sequence_number":2,"code":"server_error","message":"m","param":null}""";
    private const string Start = """{"type":"message_start","message":{"id":"gen-2","type":"message","role":"assistant","model":"a/b","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":1}}}""";
    private const string BlockStart = """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""";
    private const string Block = """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}""";
    private const string BlockStop = """{"type":"content_block_stop","index":0}""";
    private const string MessageEnd = """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":2}}""";
    private const string Stop = """{"type":"message_stop"}""";
    private const string Ping = """{"type":"ping"}""";
    private const string Overloaded = """{"type":"error","error":{"type":"overloaded_error","message":"m"}}""";

    public static readonly EventBodies[] Responses =
    [
        new("whole", AnswerOutcome.Completed, "Hi", null, Created, Delta, ResponseEnd, "[DONE]"),
        new("no end mark", AnswerOutcome.Completed, "Hi", null, Created, Delta, ResponseEnd),
        new("only the last event", AnswerOutcome.Completed, "Hi", null, ResponseEnd),
        new("event that is not known", AnswerOutcome.Completed, "Hi", null, Created, """{"type":"response.later","x":[1]}""", Delta, ResponseEnd),
        new("nothing", AnswerOutcome.Interrupted, "", null),
        new("preamble", AnswerOutcome.Interrupted, "", null, Created),
        new("text", AnswerOutcome.Interrupted, "Hi", null, Created, Delta),
        new("end mark without the last event", AnswerOutcome.Interrupted, "Hi", null, Created, Delta, "[DONE]"),
        new("failed", AnswerOutcome.Failed, "Hi", "server_error", Created, Delta, Failed),
        new("flat error", AnswerOutcome.Failed, "Hi", "server_error", Created, Delta, FlatError),
    ];

    public static readonly EventBodies[] Messages =
    [
        new("whole", AnswerOutcome.Completed, "Hi", null, Start, BlockStart, Ping, Block, BlockStop, MessageEnd, Stop),
        new("whole with an end mark", AnswerOutcome.Completed, "Hi", null, Start, BlockStart, Block, BlockStop, MessageEnd, Stop, "[DONE]"),
        new("nothing", AnswerOutcome.Interrupted, "", null),
        new("beginning", AnswerOutcome.Interrupted, "", null, Start, Ping),
        new("text", AnswerOutcome.Interrupted, "Hi", null, Start, BlockStart, Block),
        new("reason without the last event", AnswerOutcome.Interrupted, "Hi", null, Start, BlockStart, Block, BlockStop, MessageEnd),
        new("overloaded", AnswerOutcome.Failed, "Hi", null, Start, BlockStart, Block, Overloaded),
    ];

    /// <summary>How many events a caller sees: neither the one that tells of an error, nor any where no content came.</summary>
    public int Shown => Text.Length == 0 ? 0 : Events.Count(static data => data.StartsWith('{')) - (Expected == AnswerOutcome.Failed ? 1 : 0);

    /// <summary>The body, with the names of the events as the service writes them.</summary>
    public string Body => string.Concat(Events.Select(static data => data.StartsWith('{') ? $"event: {data.Split('"')[3]}\ndata: {data}\n\n" : $"data: {data}\n\n"));
}
