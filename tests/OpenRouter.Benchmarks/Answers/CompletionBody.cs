using System.Text;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Answers;

/// <summary>Whole chat completions in the form of the recordings.</summary>
internal static class CompletionBody
{
    /// <summary>A hundred kilobytes of prose, code and letters beyond ASCII.</summary>
    public static byte[] Long()
    {
        var random = new Random(3);
        var text = new StringBuilder();
        while (text.Length < 92_000)
        {
            text.Append(LargeText.Next(random));
        }

        return Write(text.ToString());
    }

    public static byte[] Short() => Write("Done.");

    private static byte[] Write(string content) => Encoding.UTF8.GetBytes(
        $$$"""{"id":"gen-1790000000-AbCdEfGhIjKlMnOpQrSt","object":"chat.completion","created":1790000000,"model":"anthropic/claude-4.5-haiku-20251001","provider":"Amazon Bedrock","system_fingerprint":null,"choices":[{"index":0,"logprobs":null,"finish_reason":"stop","native_finish_reason":"end_turn","message":{"role":"assistant","content":{{{JsonQuote.Of(content)}}},"refusal":null,"reasoning":"The user wants a long text with \"code\" in it.","reasoning_details":[{"type":"reasoning.text","text":"The user wants a long text with \"code\" in it.","format":"anthropic-claude-v1","index":0,"signature":"EvgCCkgIDRABGAIqQKb"}]}}],"usage":{{{BodyWriter.Usage}}}}""");
}
