using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("emit")]
    [InlineData("diff")]
    [InlineData("overlay")]
    public async Task Help_OfACommand_NamesWhatItTakes(string command)
    {
        var run = await ToolRun.Of(command, "--help");

        Assert.Equal(0, run.Code);
        Assert.Contains($"openrouter-schema {command} <", run.Output.Replace("OpenRouter.Schema.Tests", "openrouter-schema", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Version_IsPrinted()
    {
        var run = await ToolRun.Of("--version");

        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Output.Trim());
    }

    [Fact]
    public async Task Completion_OffersFormats()
    {
        var run = await ToolRun.Of("[suggest:24]", "diff a.json b --format  ");

        Assert.Equal(0, run.Code);
        Assert.Contains("markdown", run.Output, StringComparison.Ordinal);
    }
}
