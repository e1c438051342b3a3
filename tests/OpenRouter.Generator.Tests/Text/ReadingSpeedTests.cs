using System.Diagnostics;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Text;

public sealed class ReadingSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void OfficialYaml_IsReadInAFewTimesTheTimeOfJson()
    {
        var json = File.ReadAllText(SharedFacts.OfficialDocument("json"));
        var yaml = File.ReadAllText(SharedFacts.OfficialDocument("yaml"));

        var jsonTime = Measure("JSON", () => JsonTextReader.Read("a.json", json, CancellationToken.None));
        var yamlTime = Measure("YAML", () => YamlTextReader.Read("a.yaml", yaml, CancellationToken.None));

        output.WriteLine($"YAML takes {yamlTime / jsonTime:F1} times the time of JSON");
        Assert.True(yamlTime < 12 * jsonTime, $"YAML takes {yamlTime / jsonTime:F1} times the time of JSON.");
    }

    /// <summary>The best of several readings: other programs can only make one slower.</summary>
    private double Measure(string name, Func<Node> read)
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
        return best;
    }
}
