namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>The chunks as values, an opt-in.</summary>
internal sealed class OurValues : IContender
{
    public string Name => "OpenRouter.Generated, values";

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = OurClient.Of(handler, address);
        await foreach (var value in OurClient.Stream(client).AsValues())
        {
            ValueReading.Read(value, tally);
        }
    }
}
