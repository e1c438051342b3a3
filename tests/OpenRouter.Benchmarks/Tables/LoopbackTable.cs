using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Goals;
using OpenRouter.Benchmarks.Loopback;
using OpenRouter.Benchmarks.Measuring;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Every contender on every body over HTTP/1.1 from another process, which sends as fast as it can.</summary>
internal static class LoopbackTable
{
    public static async Task PrintAsync(TextWriter output, IReadOnlyList<int> lengths, Results results)
    {
        using var server = await ServerProcess.StartAsync();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        var contenders = AllContenders.OfStreams;
        foreach (var chunks in lengths)
        {
            var table = new Table(output, "a chunk", measure: "loopback", results: results);
            foreach (var kind in BodyKind.All)
            {
                var body = kind.Write(chunks);
                var address = new Uri(server.Address, $"{kind.Path}/{chunks}/");
                var subjects = new List<Subject>();
                foreach (var contender in contenders)
                {
                    await Verification.VerifyAsync(body, handler, address, contender, "loopback");
                    subjects.Add(new(contender.Name, () => contender.ReadAsync(handler, address, new Tally(body.EveryField))));
                }

                table.Add(kind.Name, await Rounds.RunAsync(subjects, Math.Max(1, MemoryTable.LeastChunks / body.Chunks), body.Chunks, waits: true));
            }

            table.Print($"{chunks} chunks, HTTP/1.1 over loopback from another process");
        }
    }
}
