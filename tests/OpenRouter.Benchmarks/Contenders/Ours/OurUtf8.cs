using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>The text alone, in UTF-8 and without strings, an opt-in; what else there is stands in the answer.</summary>
internal sealed class OurUtf8 : IContender
{
    public string Name => "OpenRouter.Generated, text as UTF-8";

    public ReadResult Expected(StreamBody body) => body.Expected with { ReasoningLength = 0, Fields = 0 };

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = OurClient.Of(handler, address);
        var stream = OurClient.Stream(client);
        await foreach (var piece in stream.AsUtf8())
        {
            tally.Content(piece.Utf8);
        }

        var answer = stream.Answer;
        tally.Finish(answer.FinishReason ?? "");
        tally.Usage(answer.Usage?.CompletionTokens ?? 0);
        foreach (var call in answer.ToolCalls)
        {
            tally.Arguments(call.Arguments);
        }
    }
}
