using static OpenRouter.Runtime.Tests.Comparison.ChatBody;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>How chat streams end, of this service and of those behind it.</summary>
internal static class ChatEndings
{
    private const string Error502 = """{"code":502,"message":"Provider disconnected"}""";

    private static readonly string Flood = string.Concat(Enumerable.Repeat(": OPENROUTER PROCESSING\n\n", 500));

    public static readonly ChatEnding[] All = [.. Complete(), .. Errors(), .. Interruptions()];

    private static IEnumerable<ChatEnding> Complete()
    {
        yield return Whole("reason and end mark", Hello + Finish() + Done);
        yield return Whole("usage with empty choices", Hello + Finish() + Usage() + Done);
        yield return Whole("usage that repeats the reason", Hello + Finish() + Usage($"[{Choice("""{"content":""}""", "\"stop\"")}]") + Done);
        yield return Whole("usage with a null reason", Hello + Finish() + Usage($"[{Choice("""{"content":""}""")}]") + Done);
        yield return Whole("no end mark", Hello + Finish());
        yield return Whole("end mark without a space", Hello + Finish() + "data:[DONE]\n\n");
        yield return Whole("end mark with blanks", Hello + Finish() + "data:  [DONE] \n\n");
        yield return Whole("end mark without its blank line", Hello + Finish() + "data: [DONE]");
        yield return Whole("last event without its blank line", Hello + Text("!", "\"stop\"").TrimEnd()) with { Text = "Hello world!" };
        yield return Whole("events after the end mark", Hello + Finish() + Done + Event("rubbish"));
        yield return Whole("comments in front", Flood + Hello + Finish() + Done);
        yield return Whole("comments between", Text("Hello") + Flood + Text(" world") + Flood + Finish() + Flood + Done);
        yield return Whole("comments inside an event", Hello.Replace("data: ", ": c\ndata: ", StringComparison.Ordinal) + Finish() + Done);
        yield return Whole("lines that end by CRLF", (Hello + Finish() + Done).Replace("\n", "\r\n", StringComparison.Ordinal));
        yield return Whole("lines that end by CR", (Hello + Finish() + Done).Replace('\n', '\r'));
        yield return Whole("byte order mark", "\uFEFF" + Hello + Finish() + Done);
        yield return Whole("JSON over several lines", (Hello + Finish()).Replace(",\"choices\"", ",\ndata: \"choices\"", StringComparison.Ordinal) + Done);
        yield return Whole("empty data between", Text("Hello") + "data:\n\n" + Text(" world") + "data: \n\n" + Finish() + Done);
        yield return Whole("reason that is not known", Hello + Finish("provider_specific") + Done);
        yield return Whole("empty reason while it runs", Text("Hello", "\"\"") + Text(" world", "\"\"") + Finish() + Done);
        yield return Whole("null choices", Text("Hello") + Chunk("null") + Text(" world") + Finish() + Done);
        yield return Whole("missing choices", Event("""{"id":"gen-1","object":"chat.completion.chunk"}""") + Hello + Finish() + Done);
        yield return Whole("null delta", Hello + Chunk($"[{Choice("null", "\"stop\"")}]") + Done);
        yield return Whole("missing delta", Hello + Chunk("""[{"index":0,"finish_reason":"stop"}]""") + Done);
        yield return Whole("null content", Hello + Chunk($"[{Choice("""{"role":"assistant","content":null}""", "\"stop\"")}]") + Done);
        yield return Whole("role that is not known", Hello.Replace("assistant", "model", StringComparison.Ordinal) + Finish() + Done);
        yield return Whole("empty role", Hello.Replace("assistant", "", StringComparison.Ordinal) + Finish() + Done);
        yield return Whole("null error in each chunk", Text("Hello", more: ",\"error\":null") + Text(" world", more: ",\"error\":null") + Finish() + Done);
        yield return Whole("null usage in each chunk", Text("Hello", more: ",\"usage\":null") + Text(" world", more: ",\"usage\":null") + Finish() + Done);
        yield return Whole("whole numbers with a fraction", Hello.Replace("1787000000", "1787000000.0", StringComparison.Ordinal) + Finish() + Done);
        yield return Whole("tool call with an empty type", Hello + Chunk($"[{Choice("""{"tool_calls":[{"index":0,"id":"call_1","type":"","function":{"name":"f","arguments":"{}"}}]}""")}]") + Finish("tool_calls") + Done);
        yield return Whole("tool call without an index", Hello + Chunk($"[{Choice("""{"tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]}""")}]") + Finish("tool_calls") + Done);
        yield return Whole("typed events", Hello.Replace("data: ", "event: chunk\ndata: ", StringComparison.Ordinal) + Finish() + Done);
        yield return Whole("connection lost behind the reason", Hello + Finish() + Done) with { IsLost = true };
    }

    private static IEnumerable<ChatEnding> Errors()
    {
        yield return Failed("error beside the reason error", Chunk($"[{Choice("""{"content":""}""", "\"error\"")}]", $",\"error\":{Error502}"));
        yield return Failed("error behind the reason length", Finish("length") + Finish("length") + Chunk($"[{Choice("""{"content":""}""")}]", """,'error':{'code':400,'message':'Token limit reached'}""".Replace('\'', '"')) + Done);
        yield return Failed("error with empty choices", Chunk("[]", $",\"error\":{Error502}"));
        yield return Failed("only an error", Event($$"""{"error":{{Error502}}}"""));
        yield return Failed("only an error, then the end mark", Event($$"""{"error":{{Error502}}}""") + Done);
        yield return Failed("error inside the choice", Chunk($"[{Choice("{}", "\"error\"", more: $",\"error\":{Error502}")}]") + Done);
        yield return Failed("reason error without an error", Chunk($"[{Choice("{}", "\"error\"", more: ",\"native_finish_reason\":\"MALFORMED_FUNCTION_CALL\"")}]") + Done);
        yield return Failed("error whose code is a text", Event("""{"error":{"code":"server_error","message":"x"}}""") + Done);
        yield return Failed("error whose code is null", Event("""{"error":{"code":null,"message":"x"}}""") + Done);
        yield return Failed("error that is a text", Event("""{"error":"it broke"}""") + Done);
        yield return Failed("event named error", $"event: error\ndata: {{\"error\":{Error502}}}\n\n");
        yield return Failed("event named error with another shape", "event: error\ndata: {\"code\":\"odd\",\"message\":\"m\"}\n\n");
        yield return Failed("event that is no JSON", Event("upstream connect error") + Done);
        yield return new("JSON error in the place of a stream", Ending.Error, $"\n         \n{{\"error\":{Error502}}}") { Text = "" };
        yield return new("JSON error under its own type", Ending.Error, $"{{\"error\":{Error502}}}") { Text = "", ContentType = "application/json" };
        yield return new("page in the place of a stream", Ending.Error, "<html><body>Bad gateway</body></html>") { Text = "", ContentType = "text/html" };
    }

    private static IEnumerable<ChatEnding> Interruptions()
    {
        yield return Cut("empty body", "") with { Text = "" };
        yield return Cut("comments only", Flood) with { Text = "" };
        yield return Cut("end mark only", Done) with { Text = "" };
        yield return Cut("end without a reason", Hello);
        yield return Cut("end mark without a reason", Hello + Done);
        yield return Cut("empty reason, then the end mark", Hello + Text("", "\"\"") + Done);
        yield return Cut("end inside an event", Hello + Finish()[..60]);
        yield return Cut("end inside a field name", Hello + "dat");
        yield return Cut("end inside a tool call", Hello + Chunk($"[{Choice("""{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"f","arguments":"{\"a\":"}}]}""")}]"));
        yield return Cut("end of one choice of two", Hello + Chunk($"[{Choice("""{"content":""}""", index: 1)}]") + Finish() + Done);
        yield return Cut("connection lost", Hello) with { IsLost = true };
        yield return Cut("connection lost inside an event", Hello + Finish()[..60]) with { IsLost = true };
    }

    private static ChatEnding Whole(string name, string body) => new(name, Ending.Complete, body);

    private static ChatEnding Failed(string name, string behind) => new(name, Ending.Error, Hello + behind);

    private static ChatEnding Cut(string name, string body) => new(name, Ending.Interrupted, body);
}
