using System.Globalization;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>A hostile envelope: three orders of the keys, a random field, a time that moves, logprobs in every tenth chunk.</summary>
internal sealed class VariedEnvelope : IEnvelope
{
    private const string Id = "\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\"";
    private const string Rest = "\"provider\":\"OpenAI\",\"model\":\"openai/gpt-5-mini-2025-08-07\"";
    private const string Kind = "\"object\":\"chat.completion.chunk\"";
    private long _created = 1_790_000_000;

    public string Event(Random random, Delta delta, string finish, string? usage)
    {
        _created += random.Next(20) == 0 ? 1 : 0;
        var created = string.Create(CultureInfo.InvariantCulture, $"\"created\":{_created}");
        var chance = string.Create(CultureInfo.InvariantCulture, $"\"system_fingerprint\":\"fp_{random.Next():x8}\"");
        var logprobs = "\"logprobs\":" + (random.Next(10) == 0 ? Logprobs(random, delta.Content) : "null");
        var reasons = $"\"finish_reason\":{finish},\"native_finish_reason\":{(finish == "null" ? "null" : "\"completed\"")}";
        var end = usage is null ? "" : ",\"usage\":" + usage;
        return random.Next(3) switch
        {
            0 => $"data: {{{Id},{Rest},{Kind},{created},\"choices\":[{{\"index\":0,\"delta\":{delta.Json},{reasons},{logprobs}}}],{chance}{end}}}\n\n",
            1 => $"data: {{{Id},{Kind},{created},{Rest},{chance},\"choices\":[{{\"index\":0,\"delta\":{delta.Json},{logprobs},{reasons}}}]{end}}}\n\n",
            _ => $"data: {{{chance},\"choices\":[{{\"delta\":{delta.Json},\"index\":0,{logprobs},{reasons}}}],{created},{Id},{Rest},{Kind}{end}}}\n\n",
        };
    }

    private static string Logprobs(Random random, string token)
    {
        var own = Token(random, token);
        return $$"""{"content":[{{{own}},"top_logprobs":[{{{own}}},{{{Token(random, Vocabulary.Next(random))}}}]}],"refusal":null}""";
    }

    private static string Token(Random random, string token)
        => string.Create(CultureInfo.InvariantCulture, $"\"token\":{JsonQuote.Of(token)},\"logprob\":-{random.NextDouble() * 5:F6},\"bytes\":[{string.Join(',', System.Text.Encoding.UTF8.GetBytes(token))}]");
}
