namespace OpenRouter.Benchmarks.Bodies;

/// <summary>An envelope that is the same in every chunk, as most providers write it.</summary>
internal sealed class EqualEnvelope : IEnvelope
{
    public string Event(Random random, Delta delta, string finish, string? usage)
        => $"data: {{\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\",\"provider\":\"Anthropic\",\"model\":\"anthropic/claude-4.5-haiku-20251001\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"choices\":[{{\"index\":0,\"delta\":{delta.Json},\"finish_reason\":{finish},\"native_finish_reason\":{(finish == "null" ? "null" : "\"end_turn\"")},\"logprobs\":null}}]{(usage is null ? "" : ",\"usage\":" + usage)}}}\n\n";
}
