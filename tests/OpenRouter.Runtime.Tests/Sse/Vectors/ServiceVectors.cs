namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Bodies in the manner of services, gateways and proxies.</summary>
internal static class ServiceVectors
{
    public static readonly SseVector[] All =
    [
        new("chat with its end mark", "data: {\"a\":1}\n\ndata: [DONE]\n\n", "message||{\"a\":1}", "message||[DONE]"),
        new("end mark without a space", "data:[DONE]\n\n", "message||[DONE]"),
        new("end mark with blanks", "data:  [DONE] \n\n", "message|| [DONE] "),
        new("event after the end mark", "data: [DONE]\n\ndata: a\n\n", "message||[DONE]", "message||a"),
        new("comment after the end mark", "data: [DONE]\n\n: c\n\n", "message||[DONE]", ": c"),
        new("end mark twice", "data: [DONE]\n\ndata: [DONE]\n\n", "message||[DONE]", "message||[DONE]"),
        new("end mark with a type", "event: done\ndata: [DONE]\n\n", "done||[DONE]"),
        new("comments then chat", ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\ndata: {\"a\":1}\n\n", ": OPENROUTER PROCESSING", ": OPENROUTER PROCESSING", "message||{\"a\":1}"),
        new("chat, comment, chat", "data: {\"a\":1}\n\n: OPENROUTER PROCESSING\n\ndata: {\"a\":2}\n\n", "message||{\"a\":1}", ": OPENROUTER PROCESSING", "message||{\"a\":2}"),
        new("bare keep-alive", ": \n\n: \n\ndata: {}\n\n", ": ", ": ", "message||{}"),
        new("typed messages", "event: message_start\ndata: {\"type\":\"message_start\"}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n", "message_start||{\"type\":\"message_start\"}", "message_stop||{\"type\":\"message_stop\"}"),
        new("typed ping", "event: ping\ndata: {\"type\": \"ping\"}\n\n", "ping||{\"type\": \"ping\"}"),
        new("typed error", "event: error\ndata: {\"error\":{\"message\":\"x\"}}\n\n", "error||{\"error\":{\"message\":\"x\"}}"),
        new("JSON over several lines", "data: {\ndata:   \"a\": 1\ndata: }\n\n", "message||{\n  \"a\": 1\n}"),
        new("JSON padded with blanks", "data: {\"a\":1        }\n\n", "message||{\"a\":1        }"),
        new("JSON with escaped line ends", "data: {\"a\":\"x\\n\\ny\"}\n\n", "message||{\"a\":\"x\\n\\ny\"}"),
        new("JSON with a lone surrogate escape", "data: {\"a\":\"\\uD800\"}\n\n", "message||{\"a\":\"\\uD800\"}"),
        new("numbered events", "id: 0\ndata: a\n\nid: 1\ndata: b\n\nid: 2\ndata: c\n\n", "message|0|a", "message|1|b", "message|2|c"),
        new("numbered typed events", "event: delta\nid: 5\ndata: a\n\nevent: delta\nid: 6\ndata: b\n\n", "delta|5|a", "delta|6|b"),
        new("retry first, then numbered", "retry: 3000\n\nid: 1\ndata: a\n\n", "message|1|a") { Retry = 3000 },
        new("padding of a proxy", ":" + new string(' ', 2048) + "\n\ndata: a\n\n", ":" + new string(' ', 255), "message||a"),
        new("heartbeat as an event", "event: heartbeat\ndata:\n\ndata: a\n\n", "heartbeat||", "message||a"),
        new("heartbeat as an event without data", "event: heartbeat\n\ndata: a\n\n", "message||a"),
        new("empty data as a keep-alive", "data:\n\ndata:\n\ndata: a\n\n", "message||", "message||", "message||a"),
        new("JSON lines by mistake", "{\"a\":1}\n{\"a\":2}\n"),
        new("JSON after white space", "\n         \n\n         \n{\"error\":{\"code\":400}}"),
        new("page of a proxy", "<!DOCTYPE html>\n<html>\n<h1>502: Bad Gateway</h1>\n</html>\n"),
        new("headers by mistake", "HTTP/1.1 200 OK\ncontent-type: text/event-stream\n\ndata: a\n\n", "message||a"),
        new("chunk sizes by mistake", "9\ndata: a\n\n\n0\n\n", "message||a"),
        new("text that tries to end its event", "data: {\"text\":\"\\n\\nevent: done\\ndata: x\"}\n\n", "message||{\"text\":\"\\n\\nevent: done\\ndata: x\"}"),
        new("fields of others", "event: a\ndata: 1\ntime: 12\nsource: b\n\n", "a||1"),
    ];
}
