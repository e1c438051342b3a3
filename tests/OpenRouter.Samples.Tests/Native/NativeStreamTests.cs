using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Native;

/// <summary>The streaming tests also run inside a native binary.</summary>
public sealed class NativeStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Program_CompiledAsItRuns_FindsAllStreamsRight()
    {
        var run = await NativeRun.OfAsync(RunningProgram.Host, [BuildFacts.NativeAssembly], Token);

        run.AssertRight();
        Assert.EndsWith(", compiled as it runs", run.Code, StringComparison.Ordinal);
    }

    [Fact(Timeout = 1_200_000)]
    [Trait("Category", "Aot")]
    public async Task Publish_Native_HasNoWarningAndFindsAllStreamsRight()
    {
        using var published = await NativePublish.OfAsync("tests/OpenRouter.Native", "NativeFramework=net9.0", Token);

        var run = await NativeRun.OfAsync(published.Program, [], Token);

        run.AssertRight();
        Assert.EndsWith(", native", run.Code, StringComparison.Ordinal);
    }
}
