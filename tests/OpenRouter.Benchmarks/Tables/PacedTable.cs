using System.Globalization;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Goals;
using OpenRouter.Benchmarks.Loopback;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Paced;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Two hundred streams at once, a chunk each ten milliseconds on each: what a gateway sees. Counted is the reading process alone.</summary>
internal static class PacedTable
{
    private const int Rounds = 5;

    // Two seconds.
    private const int Chunks = 200;

    public static async Task PrintAsync(TextWriter output, Results results)
    {
        using var server = await ServerProcess.StartAsync();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        var contenders = AllContenders.OfStreams;
        var measured = contenders.Select(static _ => new List<PacedRound>()).ToList();
        foreach (var contender in contenders)
        {
            await PacedRound.RunAsync(contender, handler, server.Address, chunks: 30);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                measured[i].Add(await PacedRound.RunAsync(contenders[i], handler, server.Address, Chunks));
            }
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"### {PacedRound.Streams} streams at once over loopback, a chunk each 10 ms, {Rounds} rounds of 2 s{(InlineCompletions.On ? ", inline completions" : "")}"));
        output.WriteLine();
        output.WriteLine("| contender | CPU, ratio to expert | CPU us a chunk | bytes, ratio to expert | bytes a chunk | p50 us from sent to read | p99 us |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        for (var i = 0; i < contenders.Count; i++)
        {
            var cpu = Measurement.Ratio(measured[i].Select(static round => round.CpuMicroseconds), measured[0].Select(static round => round.CpuMicroseconds));
            var bytes = Measurement.Ratio(measured[i].Select(static round => round.Bytes), measured[0].Select(static round => round.Bytes));
            results.Set("paced, CPU", contenders[i].Name, cpu);
            results.Set("paced, bytes", contenders[i].Name, bytes);
            results.Set("paced, p50", contenders[i].Name, Measurement.Ratio(measured[i].Select(static round => round.P50 ?? 0), measured[0].Select(static round => round.P50 ?? 0)));
            var latencies = measured[i].All(static round => round.P50 is null)
                ? "– | –"
                : string.Create(CultureInfo.InvariantCulture, $"{Median(measured[i], static round => round.P50 ?? 0):F0} | {Median(measured[i], static round => round.P99 ?? 0):F0}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {cpu:F2} | {Median(measured[i], static round => round.CpuMicroseconds):F1} | {bytes:F2} | {Median(measured[i], static round => round.Bytes):F0} | {latencies} |"));
        }

        output.Flush();
    }

    /// <summary>The same in a process that completes reads on the thread which polls the sockets.</summary>
    public static async Task PrintInlineAsync(TextWriter output, Results results)
    {
        // What the run is and what the goals are, this process says itself.
        var inTable = false;
        await foreach (var line in InlineCompletions.LinesOfAsync("table", "paced"))
        {
            if (line.StartsWith("###", StringComparison.Ordinal))
            {
                inTable = !line.StartsWith("### Goals", StringComparison.Ordinal);
                output.Write(inTable ? $"\n{line}\n\n" : "");
            }
            else if (inTable && line.Length > 0)
            {
                output.WriteLine(line);
            }

            if (inTable && line.Split(" | ") is [var name, var cpu, _, ..] && double.TryParse(cpu, CultureInfo.InvariantCulture, out var ratio))
            {
                results.Set("paced, inline completions, CPU", name[2..], ratio);
            }
        }
    }

    private static double Median(List<PacedRound> rounds, Func<PacedRound, double> value) => Measurement.Median(rounds.Select(value));
}
