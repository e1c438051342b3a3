using System.Diagnostics;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Page;

/// <summary>The modules of the page in Node: js/*.test.mjs.</summary>
public sealed class ModuleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Modules_InNode_PassTheirTests()
    {
        Assert.SkipUnless(Tool.Exists("node"), "The tests of the page's modules need node.");
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", "."])
        {
            WorkingDirectory = Path.Combine(BuildFacts.RepositoryRoot, "tests", "OpenRouter.Samples.WebApi.Tests", "js"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PAGE_MODULES"] = new Uri(Path.Combine(SampleFacts.FolderOf(SampleFacts.WebApi), "wwwroot")).AbsoluteUri;
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync(Token);
        var output = await node.StandardOutput.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);

        Assert.True(node.ExitCode == 0, output + await error);
        Assert.Contains("# fail 0", output, StringComparison.Ordinal);
        // An empty run passes as well.
        Assert.Contains("stays text", output, StringComparison.Ordinal);
        Assert.Contains("cut at every place", output, StringComparison.Ordinal);
    }
}
