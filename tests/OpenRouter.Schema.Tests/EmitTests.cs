using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class EmitTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Files_AreWrittenAndCompile()
    {
        var run = await ToolRun.Of("emit", _folder.Write("zoo.json", Zoo.Json), "--output", _folder["out"], "--namespace", "Our.Zoo");

        Assert.Equal(0, run.Code);
        Assert.EndsWith(": 3 methods, 4 classes, 1 enums, 1 unions\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith($"{Directory.GetFiles(_folder["out"]).Length} files in ", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/Our.Zoo.Models.Animal.g.cs"]));
        Assert.Empty(EmittedFolder.CompilerMessages(_folder["out"]));
        Assert.DoesNotContain(_folder.Entries(), static entry => entry.Contains(".partial", StringComparison.Ordinal) || entry.Contains(".replaced", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Again_GivesTheSameBytesAndDropsWhatIsGone()
    {
        var document = _folder.Write("zoo.json", Zoo.Json);
        await ToolRun.Of("emit", document, "--output", _folder["out"]);
        var first = EmittedFolder.Read(_folder["out"]);

        await ToolRun.Of("emit", document, "--output", _folder["out"]);
        Assert.Equal(first, EmittedFolder.Read(_folder["out"]));

        await ToolRun.Of("emit", document, "--output", _folder["out"], "--operations", "getKeeper");
        Assert.DoesNotContain("ZooAPI.Models.Animal.g.cs", EmittedFolder.Read(_folder["out"]).Keys);
    }

    [Fact]
    public async Task ForeignFiles_AreRefused()
    {
        var foreign = _folder.Write("out/Mine.cs", "class Mine;");

        var run = await ToolRun.Of("emit", _folder.Write("zoo.json", Zoo.Json), "--output", _folder["out"]);

        Assert.Equal(3, run.Code);
        Assert.Contains("Mine.cs", run.Error, StringComparison.Ordinal);
        Assert.Equal(foreign, Assert.Single(Directory.GetFiles(_folder["out"])));
    }

    [Fact]
    public async Task ForeignFiles_StayWhenForced()
    {
        _folder.Write("out/Mine.cs", "class Mine;");
        _folder.Write("out/deep/notes.txt", "kept");

        var run = await ToolRun.Of("emit", _folder.Write("zoo.json", Zoo.Json), "--output", _folder["out"], "--force");

        Assert.Equal(0, run.Code);
        Assert.Equal("class Mine;", await File.ReadAllTextAsync(_folder["out/Mine.cs"], TestContext.Current.CancellationToken));
        Assert.Equal("kept", await File.ReadAllTextAsync(_folder["out/deep/notes.txt"], TestContext.Current.CancellationToken));
        Assert.True(Directory.GetFiles(_folder["out"]).Length > 2);
    }

    [Fact]
    public async Task Document_WithAnError_LeavesTheFolderAsItWas()
    {
        await ToolRun.Of("emit", _folder.Write("zoo.json", Zoo.Json), "--output", _folder["out"]);
        var before = EmittedFolder.Read(_folder["out"]);

        var run = await ToolRun.Of("emit", _folder.Write("bad.json", Zoo.With("schemas/Keeper\"", "schemas/Nobody\"")), "--output", _folder["out"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("error ORG0004", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, EmittedFolder.Read(_folder["out"]));
    }

    [Fact]
    public async Task Folder_ThatCannotBeReplaced_StaysWhole()
    {
        var document = _folder.Write("zoo.json", Zoo.Json);
        await ToolRun.Of("emit", document, "--output", _folder["out"]);
        var before = EmittedFolder.Read(_folder["out"]);
        _folder.Write("out.partial/mine.txt", "a folder of somebody else");

        var run = await ToolRun.Of("emit", document, "--output", _folder["out"], "--operations", "getKeeper");

        Assert.Equal(3, run.Code);
        Assert.Contains("out.partial is in the way", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out.partial/mine.txt"]));
        Assert.Equal(before, EmittedFolder.Read(_folder["out"]));
    }

    [Fact]
    public async Task File_InPlaceOfAFolder_IsRefused()
    {
        var run = await ToolRun.Of("emit", _folder.Write("zoo.json", Zoo.Json), "--output", _folder["zoo.json"]);

        Assert.Equal(3, run.Code);
        Assert.Contains("is a file", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
