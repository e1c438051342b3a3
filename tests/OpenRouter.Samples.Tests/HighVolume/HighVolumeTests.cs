using System.Text.Json;
using OpenRouter.Samples.Tests.Chat;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.HighVolume;

/// <summary>samples/HighVolume as it was built.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class HighVolumeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openrouter-volume-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task EveryWay_ReadsAllOfEveryAnswer_AndKeepsWhatItSaysItKeeps()
    {
        var ways = await RunAsync("--streams", "60", "--parallel", "20", "--pace", "0", "--folder", _folder.FullName);

        Assert.Equal(["values", "utf8", "batch", "relay", "file", "database"], ways.Select(static way => way.GetProperty("way").GetString()));
        Assert.All(ways, static way => Assert.Equal((60, 0, 0), (way.GetProperty("completed").GetInt32(), way.GetProperty("cut_off").GetInt32(), way.GetProperty("failed").GetInt32())));
        var story = await ChatEmulatedTests.StoryAsync();
        var files = _folder.GetFiles("*.txt");
        Assert.Equal(60, files.Length);
        Assert.Empty(_folder.GetFiles("*.part"));
        Assert.All(files, file => Assert.Equal(story, File.ReadAllText(file.FullName)));
        Assert.All(ways, way => Assert.Equal(60 * files[0].Length, way.GetProperty("bytes").GetInt64()));
        Assert.True(new FileInfo(Path.Combine(_folder.FullName, "answers.db")).Length > 60 * files[0].Length, "The database is smaller than what it should hold.");
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Memory_DoesNotGrowWithTheNumberOfStreams()
    {
        var few = Assert.Single(await RunAsync("--way", "utf8", "--streams", "100", "--parallel", "20", "--pace", "0"));
        var many = Assert.Single(await RunAsync("--way", "utf8", "--streams", "2000", "--parallel", "20", "--pace", "0"));

        Assert.Equal(2000, many.GetProperty("completed").GetInt32());
        // Twenty times as many; the emulator remembers each request, about 2 KB.
        Assert.InRange(many.GetProperty("peak_heap").GetInt64(), 0, few.GetProperty("peak_heap").GetInt64() + 16_000_000);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Table_AndProgress_AreForPeople()
    {
        using var program = Start("--way", "values", "--streams", "30", "--parallel", "10");
        var result = await program.EndAsync();

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("way ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["values", "30", "0", "0"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4));
        Assert.Equal("OPENROUTER_API_KEY is not set: the emulator in this program answers.", result.ErrorLines[0]);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("--streams is between 1 and 1,000,000.", "--streams", "0")]
    [InlineData("--pace is between 0 and 60,000.", "--pace", "-1")]
    [InlineData("'nowhere' not recognized", "--way", "nowhere")]
    public async Task WrongOption_IsSaid(string message, params string[] arguments)
    {
        using var program = Start(arguments);
        var result = await program.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static RunningProgram Start(params string[] arguments) => RunningProgram.Start(RunningProgram.Host, [BuildFacts.HighVolumeAssembly, .. arguments], Token);

    private static async Task<IReadOnlyList<JsonElement>> RunAsync(params string[] arguments)
    {
        using var program = Start([.. arguments, "--json"]);
        var result = await program.EndAsync();
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];
    }
}
