using System.Globalization;
using OpenRouter.Benchmarks.Measuring;

namespace OpenRouter.Benchmarks.Native;

/// <summary>Publishes the programs of tests/OpenRouter.NativeSize and prints what they weigh and how they start, as a Markdown table.</summary>
internal static class NativeSize
{
    private const int Starts = 20;
    private const int LongStarts = 5;
    private const int ManyChunks = 100_000;
    private static readonly string[] Names = ["Floor", "Expert", "Chat", "All"];

    /// <summary>Measures; the number of warnings is the exit code.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="kept">A folder for the programs, where those that are there already are measured as they are; null for none.</param>
    public static async Task<int> PrintAsync(TextWriter output, string repository, string? kept)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("openrouter-native-").FullName;
        try
        {
            var programs = new List<NativeProgram>();
            foreach (var name in Names)
            {
                programs.Add(NativeProgram.Find(name, folder) ?? await NativeProgram.PublishAsync(repository, name, folder));
            }

            await PrintAsync(output, programs);
            return programs.Sum(static program => program.Warnings);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task PrintAsync(TextWriter output, List<NativeProgram> programs)
    {
        using var server = new ChunkServer();
        var floor = programs[0].Bytes;

        // In turn, so that a machine whose speed drifts slows all of them; the first round warms the caches of files.
        var starts = await RunAsync(programs, server.Address(3), Starts);
        var streamed = await RunAsync(programs[..3], server.Address(ManyChunks), LongStarts);
        await output.WriteLineAsync(Line($"Native, linux-x64, {Starts} interleaved starts, medians; milliseconds from the start of the process; {ManyChunks} chunks in {LongStarts} runs."));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| program | binary MB | over floor | warnings | first chunk ms | over floor | whole ms | RSS MB | 100k chunks: wall ms | RSS MB |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|");
        for (var index = 0; index < programs.Count; index++)
        {
            var (program, start) = (programs[index], starts[index]);
            var many = index < streamed.Length ? Line($"{Median(streamed[index], static run => run.Whole):0} | {Median(streamed[index], static run => run.PeakMegabytes):0.0}") : "- | -";
            var first = Median(start, static run => run.First);
            await output.WriteLineAsync(Line(
                $"| {program.Name} | {program.Bytes / 1e6:0.00} | {(program.Bytes - floor) / 1e6:+0.00;-0.00;0} | {program.Warnings} | {first:0.0} | {first - Median(starts[0], static run => run.First):+0.0;-0.0;0} | {Median(start, static run => run.Whole):0.0} | {Median(start, static run => run.PeakMegabytes):0.0} | {many} |"));
        }
    }

    private static async Task<List<NativeRun>[]> RunAsync(List<NativeProgram> programs, string address, int rounds)
    {
        var runs = programs.Select(static _ => new List<NativeRun>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var index = 0; index < programs.Count; index++)
            {
                var run = await NativeRun.MakeAsync(programs[index].Path, address);
                if (round >= 0)
                {
                    runs[index].Add(run);
                }
            }
        }

        return runs;
    }

    private static double Median(List<NativeRun> runs, Func<NativeRun, double> value) => Measurement.Median(runs.Select(value));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
