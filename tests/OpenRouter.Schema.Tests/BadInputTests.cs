using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Theory]
    [InlineData("check", "DOC")]
    [InlineData("list", "DOC")]
    [InlineData("emit", "DOC", "--output", "OUT")]
    [InlineData("diff", "DOC", "DOC")]
    [InlineData("overlay", "DOC", "DOC")]
    public async Task MissingFile_IsNamed(params string[] arguments)
    {
        var missing = _folder["missing.json"];

        var run = await ToolRun.Of([.. arguments.Select(argument => argument == "DOC" ? missing : argument == "OUT" ? _folder["out"] : argument)]);

        Assert.Equal(3, run.Code);
        Assert.Equal($"error: {missing} does not exist.", run.Error.TrimEnd());
        Assert.Empty(run.Output);
        Assert.Empty(_folder.Entries());
    }

    [Theory]
    [InlineData("bad.json", "{ \"openapi\": }", "bad.json(1,14): error ORG0002")]
    [InlineData("bad.yaml", "openapi: [", "bad.yaml(1,")]
    public async Task UnreadableDocument_IsSaidAtItsPlace(string name, string text, string expected)
    {
        var path = _folder.Write(name, text);
        foreach (var arguments in new string[][] { ["check", path], ["list", path], ["diff", path, path], ["emit", path, "-o", _folder["out"]], ["overlay", path, path] })
        {
            var run = await ToolRun.Of(arguments);

            Assert.Equal(3, run.Code);
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public async Task UnreadableOverlay_IsBadInput()
    {
        var run = await ToolRun.Of("check", _folder.Write("zoo.json", Zoo.Json), "--overlay", _folder.Write("bad.overlay.json", "{"));

        Assert.Equal(3, run.Code);
        Assert.Contains("bad.overlay.json(1,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_InPlaceOfADocument_IsBadInput()
    {
        var run = await ToolRun.Of("check", _folder.Root);

        Assert.Equal(3, run.Code);
        Assert.StartsWith($"error: {_folder.Root} cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ThatIsNotOpenApi_HasNoDiff()
    {
        var run = await ToolRun.Of("diff", _folder.Write("zoo.json", Zoo.Json), _folder.Write("some.json", "{}"));

        Assert.Equal(3, run.Code);
        Assert.Contains("some.json(1,1): error ORG0003", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("check")]
    [InlineData("diff", "a.json", "b.json", "--format", "xml")]
    [InlineData("emit", "a.json")]
    public async Task CommandLine_ThatIsNotUnderstood_EndsWithThree(params string[] arguments)
    {
        var run = await ToolRun.Of(arguments);

        Assert.Equal(3, run.Code);
        Assert.NotEmpty(run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
