namespace OpenRouter.Benchmarks.Bodies;

/// <summary>An event-stream body, and what a right reader gets out of it.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Chunks">Events that carry a chunk.</param>
/// <param name="EveryField">Whether a contender must look at every field of every chunk.</param>
/// <param name="Expected">What every contender must report before it is timed.</param>
internal sealed record StreamBody(string Name, byte[] Bytes, int Chunks, bool EveryField, ReadResult Expected)
{
    /// <summary>Where each event ends, its empty line included.</summary>
    public int[] EventEnds => field ??= FindEventEnds(Bytes);

    private static int[] FindEventEnds(byte[] body)
    {
        var ends = new List<int>();
        var position = 0;
        while (body.AsSpan(position).IndexOf("\n\n"u8) is var length and >= 0)
        {
            position += length + 2;
            ends.Add(position);
        }

        return [.. ends];
    }
}
