using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Goals;
using OpenRouter.Benchmarks.Measuring;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Every contender on every body in memory: as much as the reader asks for, and one event a read.</summary>
internal static class MemoryTable
{
    /// <summary>Chunks that a round reads at least, in as many runs as it takes.</summary>
    public const int LeastChunks = 20_000;

    public static async Task PrintAsync(TextWriter output, IReadOnlyList<int> lengths, Results results)
    {
        var contenders = AllContenders.OfStreams;
        foreach (var kind in BodyKind.All)
        {
            foreach (var contender in contenders)
            {
                await Verification.VerifyAsync(kind, contender);
            }
        }

        foreach (var chunks in lengths)
        {
            await PrintAsync(contenders, chunks, ReadingWay.Whole, "in memory", new Table(output, "a chunk", measure: "memory", results: results));
            await PrintAsync(contenders, chunks, ReadingWay.EventByEvent, "in memory, one event a read", new Table(output, "a chunk", measure: "event by event", results: results));
        }
    }

    private static async Task PrintAsync(IReadOnlyList<IContender> contenders, int chunks, ReadingWay way, string title, Table table)
    {
        foreach (var kind in BodyKind.All)
        {
            var body = kind.Write(chunks);
            using var handler = new BodyHandler(body, way);
            var subjects = new List<Subject>();
            foreach (var contender in contenders)
            {
                await Verification.VerifyAsync(body, way, contender);
                subjects.Add(new(contender.Name, () => contender.ReadAsync(handler, Verification.AnyAddress, new Tally(body.EveryField))));
            }

            table.Add(kind.Name, await Rounds.RunAsync(subjects, Math.Max(1, LeastChunks / body.Chunks), body.Chunks));
        }

        table.Print($"{chunks} chunks, {title}");
    }
}
