using System.Globalization;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Loopback;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Paced;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Two hundred streams at once, a chunk each ten milliseconds on each: what a gateway sees. Counted is the reading process alone.</summary>
internal static class PacedTable
{
    private const int Rounds = 3;

    public static async Task PrintAsync(TextWriter output)
    {
        using var server = await ServerProcess.StartAsync();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        var contenders = AllContenders.OfStreams;
        var results = contenders.Select(static _ => new List<PacedRound>()).ToList();
        foreach (var contender in contenders)
        {
            await PacedRound.RunAsync(contender, handler, server.Address, chunks: 30);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                results[i].Add(await PacedRound.RunAsync(contenders[i], handler, server.Address, chunks: 300));
            }
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"### {PacedRound.Streams} streams at once over loopback, a chunk each 10 ms, {Rounds} rounds of 3 s"));
        output.WriteLine();
        output.WriteLine("| contender | CPU, ratio to expert | CPU us a chunk | bytes, ratio to expert | bytes a chunk | p50 us from sent to read | p99 us |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        for (var i = 0; i < contenders.Count; i++)
        {
            var cpu = Measurement.Ratio(results[i].Select(static round => round.CpuMicroseconds), results[0].Select(static round => round.CpuMicroseconds));
            var bytes = Measurement.Ratio(results[i].Select(static round => round.Bytes), results[0].Select(static round => round.Bytes));
            var latencies = results[i].All(static round => round.P50 is null)
                ? "– | –"
                : string.Create(CultureInfo.InvariantCulture, $"{Median(results[i], static round => round.P50 ?? 0):F0} | {Median(results[i], static round => round.P99 ?? 0):F0}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {cpu:F2} | {Median(results[i], static round => round.CpuMicroseconds):F1} | {bytes:F2} | {Median(results[i], static round => round.Bytes):F0} | {latencies} |"));
        }

        output.Flush();
    }

    private static double Median(List<PacedRound> rounds, Func<PacedRound, double> value) => Measurement.Median(rounds.Select(value));
}
