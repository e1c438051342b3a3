using System.Text;
using System.Text.Json;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>Writes deterministic bodies in the form of the recordings of 2026: repeated finish reason, usage last, [DONE].</summary>
internal static class BodyWriter
{
    private static readonly string[] Words =
        [" the", " a", " robot", " learned", " to", " feel", ",", " slowly", " and", " with", " wonder", ".", "\n", " \u201Cwhy\u201D", " heart", " light", " it", " was", " warm", " rain"];

    public static StreamBody Text(int chunks) => Write("text", chunks, static (random, _) => ContentDelta(Words[random.Next(Words.Length)]), "stop");

    public static StreamBody Tools(int chunks) => Write("tools", chunks, ToolDelta, "tool_calls");

    public static StreamBody Reasoning(int chunks) => Write("reasoning", chunks, ReasoningDelta, "stop");

    private static StreamBody Write(string name, int chunks, Func<Random, int, Delta> next, string finish)
    {
        var random = new Random(7);
        var body = new StringBuilder(": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n");
        long textLength = 0, argumentsLength = 0;
        var hash = 0;
        for (var i = 0; i < chunks - 2; i++)
        {
            var delta = next(random, i);
            textLength += delta.Content.Length;
            argumentsLength += delta.Arguments.Length;
            hash = ReadResult.Hash(hash, delta.Content);
            Append(body, delta.Json, "null", "null", null);
        }

        const string Empty = """{"role":"assistant","content":""}""";
        Append(body, Empty, $"\"{finish}\"", "\"end_turn\"", null);
        Append(body, Empty, $"\"{finish}\"", "\"end_turn\"", """{"prompt_tokens":21,"completion_tokens":417,"total_tokens":438,"cost":0.00123,"is_byok":false,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"cost_details":{"upstream_inference_cost":null},"completion_tokens_details":{"reasoning_tokens":12}}""");
        body.Append("data: [DONE]\n\n");
        return new StreamBody(name, Encoding.UTF8.GetBytes(body.ToString()), chunks, new ReadResult(textLength, hash, argumentsLength, finish, 417));
    }

    private static void Append(StringBuilder body, string delta, string finish, string native, string? usage)
    {
        body.Append("data: {\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\",\"provider\":\"Anthropic\",\"model\":\"anthropic/claude-4.5-haiku-20251001\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"choices\":[{\"index\":0,\"delta\":")
            .Append(delta)
            .Append(",\"finish_reason\":").Append(finish)
            .Append(",\"native_finish_reason\":").Append(native)
            .Append(",\"logprobs\":null}]");
        if (usage is not null)
        {
            body.Append(",\"usage\":").Append(usage);
        }

        body.Append("}\n\n");
    }

    private static Delta ContentDelta(string content) => new($$$"""{"role":"assistant","content":{{{Quote(content)}}}}""", content, "");

    private static Delta ToolDelta(Random random, int position)
    {
        var arguments = position == 0 ? "" : random.Next(3) switch { 0 => "\"city\":", 1 => "\"Paris\",", _ => " 12.5," };
        var call = position == 0
            ? """{"index":0,"id":"toolu_bdrk_01","type":"function","function":{"name":"get_weather","arguments":""}}"""
            : $$$"""{"index":0,"function":{"arguments":{{{Quote(arguments)}}}}}""";
        return new($$"""{"role":"assistant","content":null,"tool_calls":[{{call}}]}""", "", arguments);
    }

    private static Delta ReasoningDelta(Random random, int position)
    {
        var word = Words[random.Next(Words.Length)];
        if (position % 4 == 3)
        {
            return ContentDelta(word);
        }

        var quoted = Quote(word);
        return new($$"""{"role":"assistant","content":"","reasoning":{{quoted}},"reasoning_details":[{"type":"reasoning.text","text":{{quoted}},"format":"anthropic-claude-v1","index":0}]}""", "", "");
    }

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private sealed record Delta(string Json, string Content, string Arguments);
}
