using System.Diagnostics;
using HighVolume.Measuring;
using HighVolume.Ways;
using OpenRouter.Core;

namespace HighVolume;

/// <summary>Many streams through one client, as many at a time as were asked for and no more.</summary>
internal static class Load
{
    public static async Task<Figures> RunAsync(IOpenRouterClient client, string wayName, string folder, RunOptions options, TextWriter notes, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var watch = Stopwatch.StartNew();
        var allocated = GC.GetTotalAllocatedBytes();
        long peakHeap;
        await using (var progress = new Progress(wayName, options.Streams, tally, notes))
        {
            await using (var way = await WayMenu.OpenAsync(wayName, folder, cancellationToken))
            {
                var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
                await Parallel.ForEachAsync(Enumerable.Range(1, options.Streams), limits, async (number, token) => await ReadOneAsync(client, way, number, options, tally, notes, token));
            }

            peakHeap = progress.PeakHeap;
        }

        return tally.Sum(wayName, watch.Elapsed, peakHeap, GC.GetTotalAllocatedBytes() - allocated);
    }

    private static async Task ReadOneAsync(IOpenRouterClient client, IWay way, int number, RunOptions options, Tally tally, TextWriter notes, CancellationToken cancellationToken)
    {
        // Disposed of in every case: a stream that is left holds a connection.
        await using var stream = client.Chat.CreateStreamingChatCompletion(options.Model).AddUserMessage("Tell me a short story.").StreamAsync(cancellationToken);
        try
        {
            var bytes = await way.ReadAsync(stream, number, cancellationToken);
            tally.Add(stream.Answer, bytes);
        }
        catch (OpenRouterException failure)
        {
            // One that fails is counted and said; the others go on.
            tally.AddFailure();
            notes.WriteLine($"{way.Name} {number}: {failure.Message.ReplaceLineEndings(" ")} ({failure.Partial?.Text.Length ?? 0} characters had arrived)");
        }
    }
}
