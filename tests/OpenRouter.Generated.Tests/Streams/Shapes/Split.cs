namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>How a body arrives.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Room">The size of the buffer that it is received in, at the least. A large one holds many events at once.</param>
/// <param name="EndOfRead">Where the read that begins at a place ends; null when it is as long as there is room.</param>
internal sealed record Split(string Name, int Room, Func<int, int>? EndOfRead = null)
{
    private const int Large = 1 << 16;

    public static readonly Split Whole = new("whole", Large);

    public static readonly Split Tight = new("whole, in a small buffer", 0);

    public static Split Slices(int bytes) => new($"{bytes} bytes a read", Large, place => place + bytes);

    /// <summary>One event a read, whatever its lines end with.</summary>
    public static Split Events(ReadOnlyMemory<byte> body) => new("one event a read", Large, place =>
    {
        var end = body.Span[place..].IndexOf("\n\n"u8);
        end = end < 0 ? body.Span[place..].IndexOf("\n\r\n"u8) : end;
        return end < 0 ? body.Length : place + end + 3 > body.Length ? body.Length : place + end + 2;
    });

    /// <summary>Reads and rooms of any size.</summary>
    public static Split Random(int seed)
    {
        var random = new Random(seed);
        var (room, most) = (random.Next(2000), random.Next(2) == 0 ? 600 : 40);
        return new Split($"split by the seed {seed}", room, place => place + random.Next(1, most));
    }

    public static IEnumerable<Split> Some(ReadOnlyMemory<byte> body, int seed) => [Whole, Tight, Events(body), Slices(7), Slices(1), Random(seed), Random(seed + 1_000_000)];

    public override string ToString() => Name;
}
