using System.Text;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>Writes deterministic bodies in the form of the recordings of 2026: comments first, a repeated finish reason, usage last, [DONE].</summary>
internal static class BodyWriter
{
    public const string EmptyDelta = """{"role":"assistant","content":""}""";
    public const string Usage = """{"prompt_tokens":21,"completion_tokens":417,"total_tokens":438,"cost":0.00123,"is_byok":false,"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"audio_tokens":0,"video_tokens":0},"cost_details":{"upstream_inference_cost":null,"upstream_inference_prompt_cost":0.00021,"upstream_inference_completions_cost":0.00102},"completion_tokens_details":{"reasoning_tokens":12,"image_tokens":0,"audio_tokens":0}}""";
    public const int UsedTokens = 417;

    public static (byte[] Bytes, ReadResult Result) Write(int chunks, Func<Random, int, Delta> next, IEnvelope envelope, string finish)
    {
        var random = new Random(7);
        using var body = new MemoryStream();
        Append(body, ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n");
        long text = 0, reasoning = 0, arguments = 0;
        var hash = 0;
        for (var i = 0; i < chunks - 2; i++)
        {
            var delta = next(random, i);
            text += delta.Content.Length;
            hash = ReadResult.Hash(hash, delta.Content);
            reasoning += delta.Reasoning.Length;
            arguments += delta.Arguments.Length;
            Append(body, envelope.Event(random, delta, "null", null));
        }

        var empty = new Delta(EmptyDelta);
        Append(body, envelope.Event(random, empty, $"\"{finish}\"", null));
        Append(body, envelope.Event(random, empty, $"\"{finish}\"", Usage));
        Append(body, "data: [DONE]\n\n");
        return (body.ToArray(), new ReadResult(text, hash, reasoning, arguments, finish, UsedTokens));
    }

    private static void Append(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
