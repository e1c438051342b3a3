using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Two clients: one reads events by the shapes of those before, the other reads each of them whole. Both must see the same.</summary>
internal sealed class BothReaders : IDisposable
{
    private readonly CountingPool _pool = new();
    private readonly PlayedBody _byShape;
    private readonly PlayedBody _whole;

    public BothReaders()
    {
        _byShape = new PlayedBody(default, configure: options => options.Pool = _pool);
        _whole = new PlayedBody(default);
    }

    /// <summary>How many events were read by shape so far.</summary>
    public long ByShape { get; private set; }

    /// <summary>Reads a body whole, then by shape in each of the splits.</summary>
    /// <returns>What both saw.</returns>
    public async Task<string> CompareAsync(StreamKind kind, ReadOnlyMemory<byte> body, IEnumerable<Split> splits, string what)
    {
        _byShape.Body = _whole.Body = body;
        var expected = await StreamReading.OfAsync(_whole.PlainClient, kind);
        Assert.Equal(0, expected.ByShape);
        foreach (var split in splits)
        {
            (_byShape.EndOfRead, _pool.MinimumSize) = (split.EndOfRead, split.Room);
            var found = await StreamReading.OfAsync(_byShape.Client, kind);
            ByShape += found.ByShape;
            Assert.True(expected.Print == found.Print, $"{what}, {kind}, {split}: {Difference(expected.Print, found.Print)}");
        }

        Assert.Equal(0, _pool.Out);
        return expected.Print;
    }

    public void Dispose()
    {
        _byShape.Dispose();
        _whole.Dispose();
    }

    private static string Difference(string expected, string found)
    {
        var (wanted, seen) = (expected.Split('\n'), found.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(wanted.Length, seen.Length)).FirstOrDefault(index => wanted[index] != seen[index], Math.Min(wanted.Length, seen.Length));
        return $"line {line} is\n{seen.ElementAtOrDefault(line)}\ninstead of\n{wanted.ElementAtOrDefault(line)}";
    }
}
