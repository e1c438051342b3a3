namespace OpenRouter.Benchmarks.Bodies;

/// <summary>A kind of body, to be written at any length.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Path">The name in an address; kinds with the same bytes share it.</param>
/// <param name="EveryField">Whether a contender must look at every field of every chunk.</param>
/// <param name="MostChunks">The length beyond which the table says nothing new and the body only costs memory.</param>
internal sealed record BodyKind(string Name, string Path, bool EveryField = false, int MostChunks = int.MaxValue)
{
    public static readonly IReadOnlyList<BodyKind> All =
    [
        new("text", "text"),
        new("tools", "tools"),
        new("reasoning", "reasoning"),
        new("reasoning, every field read", "reasoning", EveryField: true),
        new("large", "large", MostChunks: 20_000),
        new("varied", "varied"),
        new("varied, every field read", "varied", EveryField: true),
    ];

    public StreamBody Write(int chunks)
    {
        chunks = Math.Min(chunks, MostChunks);
        var body = Path switch
        {
            "text" => BodyWriter.Write(chunks, Deltas.Text, new EqualEnvelope(), "stop"),
            "tools" => BodyWriter.Write(chunks, new ToolDeltas(chunks).Next, new EqualEnvelope(), "tool_calls"),
            "reasoning" => BodyWriter.Write(chunks, Deltas.Reasoning, new EqualEnvelope(), "stop"),
            "large" => BodyWriter.Write(chunks, Deltas.Large, new EqualEnvelope(), "stop"),
            "varied" => BodyWriter.Write(chunks, Deltas.Text, new VariedEnvelope(), "stop"),
            _ => throw new InvalidOperationException($"There is no body {Path}."),
        };
        return new StreamBody(Name, body.Bytes, chunks, EveryField, EveryField ? body.Result with { Fields = FieldSum.Of(body.Bytes) } : body.Result);
    }
}
