namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>The loop over the chunks, and the collected answer after it.</summary>
internal sealed class OurChunksAndAnswer : IContender
{
    public string Name => "OpenRouter.Generated, loop and answer";

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = OurClient.Of(handler, address);
        var stream = OurClient.Stream(client);
        await foreach (var chunk in stream)
        {
            ChunkReading.Read(chunk, tally);
        }

        var answer = stream.Answer;
        tally.Answer(answer.Text, answer.Reasoning ?? "", answer.FinishReason, answer.Usage?.CompletionTokens ?? 0);
    }
}
