using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Tests.Sse;
using OpenRouter.Runtime.Tests.Sse.Vectors;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>
/// The framing vectors through the parser of the framework and through ours. What the standard does not ask for (comments, cut
/// events) is left out. When a later framework does better, the names below and what is said about it change.
/// </summary>
public sealed class SseComparisonTests(ITestOutputHelper output)
{
    /// <summary>It reports an empty type as such, and hands the type of a block without data to the next event.</summary>
    private static readonly string[] FailedByTheFramework =
    [
        "empty type is message",
        "empty type with a space is message",
        "empty type after a type",
        "empty type after data",
        "empty type after an event with a type",
        "type without colon",
        "type without colon after a type",
        "type of a block without data is lost",
        "type of a block with an id is lost",
        "type of a block with a comment is lost",
        "types of many blocks without data are lost",
        "blocks without data between events",
        "heartbeat as an event without data",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vectors_ThroughBothParsers_AreAllReadByOurs()
    {
        var vectors = SseVector.All.Select(static vector => (vector.Name, Body: vector.Bytes("LF"), Expected: vector.Expected.Where(IsStandard).ToList()))
            .Concat(Utf8Vector.All.Select(static vector => ($"{vector.Name} in data", vector.Between("data: ", "\n\n"), new List<string> { SseRun.Event("message", "", vector.Bytes) })))
            .ToList();
        var (failed, ours) = (new List<string>(), new List<string>());
        foreach (var (name, body, expected) in vectors)
        {
            foreach (var isBytewise in new[] { false, true })
            {
                Note(failed, name, expected, await FrameworkSse.ReadAsync(body, isBytewise, Token));
                Note(ours, name, expected, await OursAsync(body, isBytewise));
            }
        }

        output.WriteLine($"| {vectors.Count} vectors, whole and byte by byte | fails | which |\n|---|---|---|");
        output.WriteLine($"| System.Net.ServerSentEvents {FrameworkSse.Version} | {failed.Count} | {string.Join("; ", failed)} |");
        output.WriteLine($"| OpenRouter.Runtime.Sse | {ours.Count} | {string.Join("; ", ours)} |");
        Assert.Empty(ours);
        Assert.Equal(521, vectors.Count);
        Assert.Equal(FailedByTheFramework, failed);
    }

    [Fact]
    public async Task EventEndedByCarriageReturn_IsHeldBackByTheFramework_NotByOurs()
    {
        byte[][] pieces = [.. Wire.Bytes("data: a\r\rdata: b\r\r").Select(static value => new[] { value })];
        using var body = new PieceStream(pieces);
        using var reader = new SseReader(body);
        await reader.ReadAsync(Token);

        Assert.Equal(9, body.Reads);
        Assert.Equal(10, await FrameworkSse.ReadsBeforeTheFirstEventAsync(new PieceStream(pieces), Token));
    }

    private static bool IsStandard(string line) => !line.StartsWith('?') && (!line.StartsWith(':') || line.StartsWith(":||", StringComparison.Ordinal));

    private static void Note(List<string> failed, string name, List<string> expected, List<string> found)
    {
        if (!expected.SequenceEqual(found) && !failed.Contains(name))
        {
            failed.Add(name);
        }
    }

    private static async Task<List<string>> OursAsync(byte[] body, bool isBytewise)
    {
        using Stream stream = isBytewise ? new PieceStream(body.Select(static value => new[] { value })) : new MemoryStream(body);
        using var reader = new SseReader(stream);
        var found = new List<string>();
        await foreach (var item in reader.ReadEventsAsync(Token))
        {
            found.Add(SseRun.Event(item.Type, item.Id, item.Data.Span));
        }

        return found;
    }
}
