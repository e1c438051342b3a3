namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>The client of this repository, in its default API: chunks are objects to keep.</summary>
internal sealed class OurChunks : IContender
{
    public string Name => "OpenRouter.Generated";

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = OurClient.Of(handler, address);
        await foreach (var chunk in OurClient.Stream(client))
        {
            ChunkReading.Read(chunk, tally);
        }
    }
}
