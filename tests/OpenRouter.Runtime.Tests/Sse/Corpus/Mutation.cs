namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Damages a body.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] body, IReadOnlyList<byte[]> corpus, Random random)
    {
        var mutated = body;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            mutated = Once(mutated, corpus, random);
        }

        return mutated;
    }

    private static byte[] Once(byte[] body, IReadOnlyList<byte[]> corpus, Random random)
    {
        var at = random.Next(body.Length + 1);
        var end = Math.Min(body.Length, at + random.Next(12));
        switch (random.Next(8))
        {
            case 0:
                return [.. body[..at], .. Fragments.All[random.Next(Fragments.All.Length)], .. body[at..]];
            case 1:
                return [.. body[..at], .. body[end..]];
            case 2:
                return [.. body[..end], .. body[at..end], .. body[end..]];
            case 3:
                return [.. body[..at], (byte)random.Next(256), .. body[Math.Min(body.Length, at + 1)..]];
            case 4:
                var other = corpus[random.Next(corpus.Count)];
                return [.. body[..at], .. other[random.Next(other.Length + 1)..]];
            case 5:
                return body[..at];
            case 6:
                return [.. body[..at], .. "\r\n\0: \uFEFF"u8[..random.Next(7)], .. body[end..]];
            default:
                return [.. body.Select(value => value is (byte)'\n' or (byte)'\r' && random.Next(3) == 0 ? (byte)(value ^ '\n' ^ '\r') : value)];
        }
    }
}
