using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

/// <summary>Bodies of the answer "Hi", by how they end.</summary>
internal static class ChatStreamEndings
{
    /// <summary>Whole answers.</summary>
    public static readonly (string Name, string Body)[] Complete =
    [
        ("finish and done", Wire.Text("Hi") + Wire.Finish() + Wire.Done),
        ("finish twice", Wire.Text("Hi") + Wire.Finish() + Wire.Usage("""[{"index":0,"delta":{"content":""},"finish_reason":"stop"}]""") + Wire.Done),
        ("usage with empty choices", Wire.Text("Hi") + Wire.Finish() + Wire.Usage() + Wire.Done),
        ("usage with a null reason", Wire.Text("Hi") + Wire.Finish() + Wire.Usage("""[{"index":0,"delta":{"content":""},"finish_reason":null}]""") + Wire.Done),
        ("no done", Wire.Text("Hi") + Wire.Finish()),
        ("no done after usage", Wire.Text("Hi") + Wire.Finish() + Wire.Usage()),
        ("never a reason but usage and done", Wire.Text("Hi") + Wire.Usage("""[{"index":0,"delta":{"content":""},"finish_reason":null}]""") + Wire.Done),
        ("never a reason but usage at the end", Wire.Text("Hi") + Wire.Usage()),
        ("done with blanks", Wire.Text("Hi") + Wire.Finish() + "data:  [DONE]  \n\n"),
        ("unterminated done", Wire.Text("Hi") + Wire.Finish() + "data: [DONE]"),
        ("unterminated finish", Wire.Text("Hi") + Wire.Finish().TrimEnd()),
        ("garbage after done", Wire.Text("Hi") + Wire.Finish() + Wire.Done + Wire.Event("garbage")),
        ("empty data between", Wire.Text("Hi") + "data:\n\ndata:  \n\n" + Wire.Finish() + Wire.Done),
        ("comments everywhere", ": a\n\n" + Wire.Text("Hi") + ": \n\n" + Wire.Finish() + ":\n\n" + Wire.Done),
        ("empty reason is none", Wire.Choice("""{"content":"Hi"}""", "\"\"") + Wire.Finish() + Wire.Done),
        ("null error is none", Wire.Text("Hi") + Wire.Event("""{"error":null,"choices":[]}""") + Wire.Finish() + Wire.Done),
        ("cut event after the reason", Wire.Text("Hi") + Wire.Finish() + "data: {\"id\":"),
    ];

    /// <summary>Answers that break off.</summary>
    public static readonly (string Name, string Body)[] Cut =
    [
        ("empty body", ""),
        ("comments only", ": OPENROUTER PROCESSING\n\n: \n\n"),
        ("text only", Wire.Text("Hi")),
        ("text and done", Wire.Text("Hi") + Wire.Done),
        ("done only", Wire.Done),
        ("cut event", Wire.Text("Hi") + "data: {\"id\":\"gen-1\",\"choi"),
        ("empty reason", Wire.Choice("""{"content":"Hi"}""", "\"\"") + Wire.Done),
        ("cumulative usage in a cut stream", Wire.Event("""{"choices":[{"index":0,"delta":{"content":"Hi"}}],"usage":{"total_tokens":1}}""")),
        ("second choice unfinished", Wire.Choice("""{"content":"a"}""") + Wire.Choice("""{"content":"b"}""", index: 1) + Wire.Choice("{}", "\"stop\"") + Wire.Done),
    ];

    /// <summary>Answers that end in an error, and its code.</summary>
    public static readonly (string Name, string Body, string Code)[] Failing =
    [
        ("1 error beside the reason", Wire.Text("Hi") + Wire.Event("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}],"error":{"code":502,"message":"broken","metadata":{"error_type":"provider_unavailable"}}}"""), "502"),
        ("2 error after the reason", Wire.Text("Hi") + Wire.Finish("length") + Wire.Finish("length") + Wire.Event("""{"choices":[{"index":0,"delta":{},"finish_reason":null}],"error":{"code":400,"message":"Token limit reached"},"usage":{"total_tokens":9}}""") + Wire.Done, "400"),
        ("3 error with empty choices", Wire.Text("Hi") + Wire.Event("""{"choices":[],"error":{"code":429,"message":"slow"}}"""), "429"),
        ("4 only an error", Wire.Text("Hi") + Wire.Event("""{"error":{"message":"x","code":"server_error"}}"""), "server_error"),
        ("5 error in the choice", Wire.Text("Hi") + Wire.Event("""{"choices":[{"index":0,"delta":{},"finish_reason":"error","error":{"code":502,"message":"up"}}]}""") + Wire.Done, "502"),
        ("6 reason error without an error", Wire.Text("Hi") + Wire.Choice("{}", "\"error\"", "\"MALFORMED_FUNCTION_CALL\"") + Wire.Done, "MALFORMED_FUNCTION_CALL"),
        ("7 code null", Wire.Text("Hi") + Wire.Event("""{"error":{"code":null,"message":"x"}}"""), ""),
        ("7 bare string", Wire.Text("Hi") + Wire.Event("""{"error":"it broke"}"""), ""),
        ("event named error", Wire.Text("Hi") + "event: error\ndata: {\"error\":{\"message\":\"m\",\"code\":\"tool_use_failed\",\"status_code\":400}}\n\n", "tool_use_failed"),
        ("event named error with another shape", Wire.Text("Hi") + "event: error\ndata: {\"code\":\"odd\",\"message\":\"m\"}\n\n", "odd"),
    ];
}
