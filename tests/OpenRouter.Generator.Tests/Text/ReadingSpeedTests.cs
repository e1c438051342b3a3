using System.Diagnostics;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Text;

public sealed class ReadingSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void OfficialYaml_TakesAFewTimesTheMemoryOfJson()
    {
        var json = File.ReadAllText(SharedFacts.OfficialDocument("json"));
        var yaml = File.ReadAllText(SharedFacts.OfficialDocument("yaml"));

        var (jsonTime, jsonBytes) = Measure("JSON", () => JsonTextReader.Read("a.json", json, CancellationToken.None));
        var (yamlTime, yamlBytes) = Measure("YAML", () => YamlTextReader.Read("a.yaml", yaml, CancellationToken.None));

        output.WriteLine($"YAML takes {yamlTime / jsonTime:F1} times the time of JSON");
        Assert.True(yamlBytes < 5 * jsonBytes, $"YAML takes {yamlBytes / jsonBytes:F1} times the memory of JSON.");
    }

    /// <summary>The best of several readings. Times are printed only: other programs make them longer, but not the bytes.</summary>
    private (double Milliseconds, double Bytes) Measure(string name, Func<Node> read)
    {
        var best = double.MaxValue;
        long bytes = 0;
        for (var i = 0; i < 8; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            _ = read();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        output.WriteLine($"{name}: {best:F1} ms, {bytes / 1e6:F1} MB");
        return (best, bytes);
    }
}
